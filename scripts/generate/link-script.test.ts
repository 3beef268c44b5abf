import { expect, test } from 'vitest';
import { driftOf } from './drift.ts';
import { generatedLinkScript, linkScript } from './link-script.ts';

/** Bytes that the script of the upload page may have: it is fetched over a phone's connection too. */
const most = 24_000;

test('the committed script is what its source says', () => {
  expect(driftOf(generatedLinkScript())).toEqual([]);
});

test('it is small: no schema library came in with the types it knows', () => {
  expect(linkScript().length).toBeLessThan(most);
});

test('it asks for nothing that a strict Content-Security-Policy forbids', () => {
  expect(linkScript()).not.toMatch(/\beval\(|new Function\(|innerHTML|\.style\b/);
});
