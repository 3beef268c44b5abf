import { gzipSync } from 'node:zlib';
import type { Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { firstPageBytes } from './first-page.ts';

const chunk = (fileName: string, code: string, part: Partial<Rolldown.OutputChunk> = {}): Rolldown.OutputChunk =>
  ({
    type: 'chunk',
    fileName,
    code,
    imports: [],
    isEntry: false,
    facadeModuleId: null,
    ...part,
  }) as Rolldown.OutputChunk;
const bytes = (...codes: readonly string[]): number =>
  codes.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);

const [entry, parts, english, german, lazy] = ['entry()', 'parts()', 'en', 'de, which is longer', 'page()'.repeat(99)];
const output = [
  chunk('entry.js', entry, { isEntry: true, imports: ['parts.js'] }),
  // Imported by all: counted once.
  chunk('parts.js', parts, { imports: ['entry.js'] }),
  chunk('english.js', english, { facadeModuleId: '/x/web/words/english.ts', imports: ['parts.js'] }),
  chunk('german.js', german, { facadeModuleId: '/x/web/words/german.ts', imports: ['parts.js'] }),
  chunk('register.js', lazy, { imports: ['parts.js'] }),
];

test('the first page is its entry with what that imports, and the larger language', () => {
  expect(firstPageBytes(output)).toBe(bytes(entry, parts, german));
});

test('a build that is not as expected is no small first page', () => {
  expect(() => firstPageBytes([])).toThrow('no entry');
  expect(() => firstPageBytes(output.slice(0, 3))).toThrow('languages');
});
