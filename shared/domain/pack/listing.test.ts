import { expect, it } from 'vitest';
import { checkListing, listingOf } from './listing.ts';

const file = (path: string) => ({ path, size: 1, sha256: 'a'.repeat(64) });
const manifest = { files: ['README.txt', 'findings/x/events.json', 'findings/x/evidence/a.txt'].map(file) };
const names = [...manifest.files.map(({ path }) => path), 'manifest.json', 'manifest.sig'];

it('fits where the ZIP has what is listed, in order, and then manifest and signature', () => {
  expect(checkListing(names, manifest)).toBeUndefined();
});

it.each<[string, readonly string[], string, RegExp]>([
  ['a file is missing', names.filter((name) => name !== 'README.txt'), 'README.txt', /lacks/],
  ['the signature is missing', names.slice(0, -1), 'manifest.sig', /lacks/],
  [
    'a file is there that nobody listed',
    [...names.slice(0, 2), 'extra.txt', ...names.slice(2)],
    'extra.txt',
    /not list/,
  ],
  ['a file is there twice', [...names, 'README.txt'], 'README.txt', /twice/],
  ['files have changed places', [...names.slice(1, 2), ...names.slice(0, 1), ...names.slice(2)], 'README.txt', /place/],
])('says where when %s', (_what, present, where, what) => {
  expect(checkListing(present, manifest)).toEqual({ where, what: expect.stringMatching(what) });
});

it.each(['../out.txt', '/etc/passwd', 'a\\b', 'findings/../../x'])(
  'refuses a listed path that leads out: %s',
  (path) => {
    expect(checkListing([path, 'manifest.json', 'manifest.sig'], { files: [file(path)] })?.where).toBe(path);
  },
);

it('refuses a file that is listed twice, and one that lists the manifest', () => {
  expect(checkListing(names, { files: [...manifest.files, file('README.txt')] })?.what).toMatch(/twice/);
  expect(checkListing(names, { files: [...manifest.files, file('manifest.json')] })?.what).toMatch(/twice/);
});

it('finds files by path and below a folder', () => {
  const listing = listingOf(manifest);
  expect(listing.get('README.txt')?.size).toBe(1);
  expect(listing.get('other')).toBeUndefined();
  expect(listing.under('findings/x/evidence/')).toEqual(['findings/x/evidence/a.txt']);
});
