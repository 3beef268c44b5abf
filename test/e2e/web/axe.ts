import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2, levels A and AA. */
const wcag = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } as const;

interface Result {
  readonly passes: number;
  readonly violations: readonly string[];
}

/**
 * Cloudscape's own: on a phone its AppLayout gives the `nav` around the button for the pages an orientation, which means
 * nothing there. No reader says it, and no property of the component takes it away.
 */
const knownOf = { rule: 'aria-allowed-attr', element: '<nav ', attribute: 'aria-orientation="horizontal"' };

/** What axe has to say against the page as it is now. */
const look = async (page: Page, only: { type: 'tag' | 'rule'; values: readonly string[] }): Promise<Result> => {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(source);
  const { passes, violations } = await page.evaluate(async ({ type, values }) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    // What a frame holds is a file that somebody uploaded.
    const found = await axe.run({ runOnly: { type, values: [...values] }, iframes: false });
    return {
      passes: found.passes.length,
      violations: found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ rule: id, html }))),
    };
  }, only);
  const isKnown = ({ rule, html }: { rule: string; html: string }): boolean =>
    rule === knownOf.rule && html.startsWith(knownOf.element) && html.includes(knownOf.attribute);
  return {
    passes,
    violations: violations
      .filter((violation) => !isKnown(violation))
      .map(({ rule, html }) => `${rule}: ${html.slice(0, 200)}`),
  };
};

/** What axe finds against the page; a run that checks nothing is a finding too. */
export const faultsIn = async (page: Page): Promise<readonly string[]> => {
  const { passes, violations } = await look(page, wcag);
  return passes > 5 ? violations : [`only ${passes} rules were checked`, ...violations];
};

/** What axe finds against the colours of the page, which are all that a theme changes. */
export const colourFaultsIn = async (page: Page): Promise<readonly string[]> =>
  (await look(page, { type: 'rule', values: ['color-contrast'] })).violations;

/** Fails where axe finds anything; a run that checks nothing fails too. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { passes, violations } = await look(page, wcag);
  expect(passes).toBeGreaterThan(5);
  expect(violations).toEqual([]);
};

/** In the other theme too; the page is left in the one it was in. */
export const expectAccessibleInBothThemes = async (page: Page): Promise<void> => {
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await page.getByRole('button', { name: 'Light', exact: true }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Light', exact: true }).click();
};
