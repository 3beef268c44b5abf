import { expect, test } from 'vitest';
import { linkPageWordsOf } from '#domain/words/link-pages/index.ts';
import { uploadData } from './contract.ts';
import { settingsOf } from './settings.ts';

const attributes: Readonly<Record<string, string>> = {
  [uploadData.link]: 'L1',
  [uploadData.files]: '/links/secret/files',
  [uploadData.types]: 'text/csv application/pdf image/unknown',
  [uploadData.largestBytes]: '100000000',
  [uploadData.words]: JSON.stringify(linkPageWordsOf('de').script),
};
const read = (change: Readonly<Record<string, string | undefined>> = {}) =>
  settingsOf((name) => ({ ...attributes, ...change })[name] ?? null, 'de');

test('what the server wrote is read; a type that nobody knows is left out', () => {
  expect(read()).toMatchObject({
    link: 'L1',
    files: '/links/secret/files',
    types: ['application/pdf', 'text/csv'],
    largestBytes: 100_000_000,
    usesLeft: Number.POSITIVE_INFINITY,
  });
  expect(read({ [uploadData.usesLeft]: '2' }).usesLeft).toBe(2);
  expect(read().words.size(1_200_000)).toBe('1,2 MB');
});

test.each(Object.keys(attributes))('without %s the plain forms stay', (name) => {
  expect(() => read({ [name]: undefined })).toThrow(name);
});
