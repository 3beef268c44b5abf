import { expect, test } from 'vitest';
import { style } from './style.ts';

/** The colours of the light and of the dark page, by the names of their properties. */
const colours = [...style.matchAll(/:root \{([^}]*--page: #[^}]*--bad-sheet[^}]*)\}/g)].map(
  ([, rules = '']) =>
    new Map([...rules.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour])),
);

/** Relative luminance, WCAG 2.2. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
};

const pairs: readonly (readonly [text: string, on: string, atLeast: number])[] = [
  ...['--page', '--sheet'].flatMap((on) =>
    ['--text', '--soft', '--main', '--main-over', '--good', '--bad', '--wait'].map((text) => [text, on, 4.5] as const),
  ),
  ...['--good', '--bad', '--wait'].map((text) => [text, `${text}-sheet`, 4.5] as const),
  ...['--good-sheet', '--bad-sheet', '--wait-sheet'].map((on) => ['--text', on, 4.5] as const),
  ['--on-main', '--main', 4.5],
  ['--on-main', '--main-over', 4.5],
  ['--sheet', '--bad', 4.5],
  // The border of a field is what shows where it is.
  ['--edge', '--sheet', 3],
];

test('there is a light and a dark page', () => {
  expect(colours).toHaveLength(2);
});

test.each(pairs)('%s on %s has a contrast of at least %d, light and dark', (text, on, atLeast) => {
  for (const page of colours) expect(contrast(page.get(text) ?? '', page.get(on) ?? '')).toBeGreaterThan(atLeast);
});

test('it fetches nothing', () => {
  expect(style).not.toMatch(/url\(|@import|https?:/);
});
