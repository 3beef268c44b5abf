import { expect, test } from 'vitest';
import { whysOf } from './whys.ts';

test('plain texts are a chain', () => {
  expect(whysOf(['Nobody did it.', 'Nobody was named.'])).toEqual([
    { answer: 'Nobody did it.', depth: 0 },
    { answer: 'Nobody was named.', depth: 1 },
  ]);
});

test('a tree keeps its depths and the causes it comes down to', () => {
  const tree = [
    { answer: 'Nobody did it.', depth: 0 },
    { answer: 'Nobody was named.', depth: 1, cause: 'C1' },
    { answer: 'The tool was down.', depth: 0 },
  ];
  expect(whysOf(tree)).toEqual(tree);
});

test('what hangs on nothing hangs on the one before', () => {
  const torn = [
    { answer: 'a', depth: 3 },
    { answer: 'b', depth: 5 },
    { answer: 'c', depth: 1 },
  ];
  expect(whysOf(torn).map(({ depth }) => depth)).toEqual([0, 1, 1]);
});

test('none are none', () => {
  expect(whysOf(undefined)).toEqual([]);
});
