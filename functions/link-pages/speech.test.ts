import { expect, test } from 'vitest';
import { preferredLanguage, speechOf } from './speech.ts';

test.each([
  ['de', 'de'],
  ['de-CH, en;q=0.9', 'de'],
  ['DE-at', 'de'],
  ['en;q=0.5, de;q=0.9', 'de'],
  ['fr, en-GB;q=0.8, de;q=0.7', 'en'],
  ['de;q=0, en', 'en'],
])('who accepts %j reads %s', (accepted, language) => {
  expect(preferredLanguage(accepted, 'en')).toBe(language);
  expect(preferredLanguage(accepted, 'de')).toBe(language);
});

test.each([undefined, '', '*', 'fr, it;q=0.5', 'de;q=0', 'den', ';;,=,q=1'])(
  'who accepts %j reads what the organization speaks',
  (accepted) => {
    expect(preferredLanguage(accepted, 'en')).toBe('en');
    expect(preferredLanguage(accepted, 'de')).toBe('de');
  },
);

test('sizes are written as the language does', () => {
  const sizes = [1, 999, 1000, 1_234_567, 123_456_789, 5_000_000_000];
  expect(sizes.map(speechOf('en').size)).toEqual(['1 bytes', '999 bytes', '1 kB', '1.2 MB', '123 MB', '5 GB']);
  expect(sizes.map(speechOf('de').size)).toEqual(['1 Byte', '999 Byte', '1 kB', '1,2 MB', '123 MB', '5 GB']);
});
