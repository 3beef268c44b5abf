import { expect, test } from 'vitest';
import { inWords } from './words.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1_100_000, '1.1 MB'],
  [100_000_000, '100 MB'],
  [100_000_001, '100.1 MB'],
  [5_000_000_000, '5 GB'],
  [12_000_000_000_000, '12000 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(inWords(bytes)).toBe(text);
});
