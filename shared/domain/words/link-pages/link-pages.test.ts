import { expect, test } from 'vitest';
import { linkPageWordsOf } from './index.ts';

const en = linkPageWordsOf('en');
const de = linkPageWordsOf('de');

/** What those take that do not take just any text. */
const taken: Readonly<Record<string, readonly unknown[]>> = {
  '.review.standing': ['X', 2, 'in-review'],
  '.review.handedIn': ['X', 'Y', true],
  '.review.round': ['X', 1, 2, 'accepted', 'Y'],
  '.review.decidedBy': ['not-confirmed', 'X', 'link'],
  '.review.decided': ['X', 'returned', 'Y'],
  '.submission.similarSaid': [false, 'X', ''],
};

/** Every text by where it stands; one that takes values is called with some. */
const sayings = (value: unknown, at = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value === 'function') {
    return [[at, String(value(...(taken[at] ?? ['X', 'Y', 'Z'])))]];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => sayings(inner, `${at}.${key}`));
};

test('German says everything that English says, and in its own words', () => {
  const german = new Map(sayings(de));
  expect([...german.keys()]).toEqual(sayings(en).map(([at]) => at));
  const same = sayings(en).flatMap(([at, text]) => (german.get(at) === text ? [at] : []));
  expect(same).toEqual(['.facts.fromWhom', '.review.stage']);
  for (const [at, text] of german)
    expect(`${at}: ${text}`).not.toMatch(/: .*\b(the|file|your|of|is|by)\b|: $|undefined/i);
});

test('what is sent to a script as JSON stays what it is, with the same places for values in both languages', () => {
  for (const words of [en, de])
    for (const part of [words.script, words.preview]) expect(JSON.parse(JSON.stringify(part))).toEqual(part);
  const placesIn = (part: object): readonly string[] =>
    sayings(part).map(([at, text]) => `${at} ${(text.match(/\{\w+\}/g) ?? []).toSorted().join(' ')}`);
  expect(placesIn(de.script)).toEqual(placesIn(en.script));
  expect(placesIn(de.preview)).toEqual(placesIn(en.preview));
});
