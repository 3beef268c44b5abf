import { expect, test } from 'vitest';
import { needsParts, partBytes, partCount, sizeOfPart } from './parts.ts';
import { maxFileBytes, maxPieceBytes } from './types.ts';

test('a file above 100 MB goes up in parts', () => {
  expect([maxPieceBytes, maxPieceBytes + 1].map(needsParts)).toEqual([false, true]);
});

test('the largest file fits what S3 takes: 10,000 parts of at least 5 MiB', () => {
  expect(partCount(maxFileBytes)).toBe(299);
  expect(partBytes).toBeGreaterThanOrEqual(5 * 1024 * 1024);
});

test('the parts make up the file, and no other has a size', () => {
  const size = 3 * partBytes + 7;
  expect([0, 1, 2, 3, 4, 5].map((number) => sizeOfPart(size, number))).toEqual([
    0,
    partBytes,
    partBytes,
    partBytes,
    7,
    0,
  ]);
  expect(partCount(2 * partBytes)).toBe(2);
  expect(sizeOfPart(2 * partBytes, 2)).toBe(partBytes);
});
