import type { Locator, Page } from 'playwright-core';
import type { Visitor, VisitorOptions } from '../visitors.ts';

/** Somebody at the application: what people do there, in the words of its pages. */
export interface AtWork extends Visitor {
  /** A field by its label; where there are several, the last: what was added. */
  field(label: string): Locator;
  fill(label: string, text: string): Promise<void>;
  press(button: string): Promise<void>;
  choose(label: string, ...options: readonly string[]): Promise<void>;
  open(number: string): Promise<void>;
  /** What the page offers to do with the finding now. */
  offered(): Promise<readonly string[]>;
  /** Waits until the finding stands there. */
  stands(text: string): Promise<void>;
}

const atWork = (visitor: Visitor): AtWork => {
  const { page } = visitor;
  const field = (label: string): Locator => page.getByLabel(label, { exact: true }).last();
  return {
    ...visitor,
    field,
    fill: (label, text) => field(label).fill(text),
    press: (button) => page.getByRole('button', { name: button, exact: true }).last().click(),
    choose: async (label, ...options) => {
      await field(label).click();
      for (const option of options) await page.getByRole('option', { name: option }).click();
      await page.keyboard.press('Escape');
    },
    open: async (number) => {
      await page.getByRole('link', { name: 'Register', exact: true }).click();
      await page.getByRole('link', { name: number, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: number }).waitFor();
    },
    offered: async () => {
      const panel = page.locator('[data-panel="actions"]');
      await panel.waitFor();
      return panel.getByRole('button').allTextContents();
    },
    stands: (text) => page.locator('[data-panel="standing"]').getByText(text).waitFor(),
  };
};

/** Signs somebody in by the local identity provider, in a browser of their own. */
export const signIn = async (
  visit: (options: VisitorOptions) => Promise<Visitor>,
  house: { readonly url: string },
  name: string,
): Promise<AtWork> => {
  const visitor = await visit({ url: house.url, locale: 'en-GB' });
  await visitor.page.goto(house.url);
  await visitor.page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await visitor.page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
  return atWork(visitor);
};

/** Chooses files at the only place for files, or the last one. */
export const upload = async (page: Page, ...files: readonly { name: string; mimeType: string; buffer: Buffer }[]) => {
  await page
    .locator('input[type="file"]')
    .last()
    .setInputFiles([...files]);
  for (const { name } of files) await page.getByText(`${name} is evidence now`).last().waitFor();
};
