import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, test } from 'vitest';
import { itemSize } from './item-size.ts';

const sizeOf = (value: Record<string, unknown>): number => itemSize(marshall(value));

test('names count, and text in bytes of UTF-8', () => {
  expect(sizeOf({ pk: 'NC#1' })).toBe(6);
  expect(sizeOf({ a: 'é€' })).toBe(1 + 2 + 3);
});

test('a number takes a byte for two significant digits, and one more', () => {
  expect(sizeOf({ n: 7 })).toBe(1 + 2);
  expect(sizeOf({ n: 1234 })).toBe(1 + 3);
  expect(sizeOf({ n: 1200 })).toBe(1 + 2);
  expect(sizeOf({ n: 0.05 })).toBe(1 + 2);
  expect(sizeOf({ n: -7 })).toBe(1 + 3);
});

test('true, false and null take one byte', () => {
  expect(sizeOf({ a: true, b: null })).toBe(4);
});

test('a map and a list take three bytes, and one for each element', () => {
  expect(sizeOf({ m: {} })).toBe(1 + 3);
  expect(sizeOf({ m: { ab: 'c' } })).toBe(1 + 3 + 1 + 2 + 1);
  expect(sizeOf({ l: ['a', 'b'] })).toBe(1 + 3 + 2 * (1 + 1));
});

test('what the table never holds is not counted as nothing', () => {
  expect(() => itemSize({ s: { SS: ['a'] } })).toThrow(RangeError);
});
