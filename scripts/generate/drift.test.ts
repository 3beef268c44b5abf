import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generatedMachines } from './asl.ts';
import { generatedDiagrams } from './diagrams.ts';
import { driftOf, settle } from './drift.ts';

let folder: string;
let lines: string[];
const say = (line: string) => void lines.push(line);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drift-'));
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the committed machines are what the definitions say', () => {
  expect(driftOf(generatedMachines())).toEqual([]);
});

test('the committed lifecycle is what the transition table says', () => {
  expect(driftOf(generatedDiagrams())).toEqual([]);
});

test('--check names what is missing or stale, and writes nothing', () => {
  const stale = join(folder, 'stale');
  const missing = join(folder, 'new', 'missing');
  const fresh = join(folder, 'fresh');
  writeFileSync(stale, 'old');
  writeFileSync(fresh, 'same');
  const generated = { [stale]: 'new', [missing]: 'new', [fresh]: 'same' };
  expect(settle(generated, ['--check'], say)).toBe(1);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^stale: .*stale \(run npm run generate\)$/);
  expect(lines[1]).toMatch(/missing/);
  expect(driftOf(generated)).toEqual([stale, missing]);
});

test('without --check it writes what drifted, and then nothing has', () => {
  const path = join(folder, 'deep', 'file');
  expect(settle({ [path]: 'text' }, [], say)).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe('text');
  expect(settle({ [path]: 'text' }, ['--check'], say)).toBe(0);
});
