import { expect, test } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';

/** Everything a catalogue says by itself, by where it stands. What takes something is left to the types. */
const sayings = (words: unknown, at = ''): readonly (readonly [string, string])[] => {
  if (typeof words === 'string') return [[at, words]];
  if (typeof words === 'object' && words !== null)
    return Object.entries(words).flatMap(([key, inner]) => sayings(inner, at === '' ? key : `${at}.${key}`));
  return [];
};

/** What is the same word in both languages: names, loan words, signs. */
const alike = new Set([
  'Redress',
  'English',
  'Deutsch',
  'Administrator',
  'Audit',
  'Auditor',
  'Audits',
  'Links',
  'Name',
  'OFI',
  'Register',
  'SHA-256',
  'Status',
  'Team',
  'Webhooks',
  '–',
]);

test('German says nothing in English', () => {
  const english = new Map(sayings(en));
  const same = sayings(de).filter(([at, text]) => english.get(at) === text);
  expect(same.filter(([, text]) => !alike.has(text))).toEqual([]);
  // Nothing is listed that is not alike (any more).
  expect([...alike].filter((text) => !same.some(([, each]) => each === text))).toEqual([]);
});

test('German says what English says, and nothing is left empty', () => {
  const [english, german] = [sayings(en), sayings(de)];
  expect(german.map(([at]) => at).toSorted()).toEqual(english.map(([at]) => at).toSorted());
  for (const [at, text] of [...english, ...german]) expect(text.trim(), at).not.toBe('');
});

/** One word for one thing: what German calls by another name in mail, or in the standards. */
const otherWords =
  /geringfügig|\bAbweichung|Neueinstufung|neu (?:ein)?gestuft|zurückgezogen|Behebung|leitende[rn]? Auditor|abgewiesen|Benutzung|\bRegelung|Wieder geöffnet|Einspruch erhoben/i;

test('German has one word for one thing', () => {
  expect(sayings(de).filter(([, text]) => otherWords.test(text))).toEqual([]);
});
