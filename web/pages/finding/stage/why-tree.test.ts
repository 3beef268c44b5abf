import { expect, test } from 'vitest';
import type { Why } from '#domain/submission/submission.ts';
import {
  answered,
  askedAnew,
  askedOn,
  type Branch,
  branchesOf,
  canMoveIn,
  canMoveOut,
  movedIn,
  movedOut,
  takenOut,
  withCauses,
} from './why-tree.ts';

/** `a`, then `b` and `c` under it with `d` under `b`, then `e`. */
const tree: readonly Why[] = [
  { answer: 'a', depth: 0 },
  { answer: 'b', depth: 1 },
  { answer: 'd', depth: 2 },
  { answer: 'c', depth: 1 },
  { answer: 'e', depth: 0 },
];
const seen = (whys: readonly Why[]): string => whys.map(({ answer, depth }) => `${depth}${answer}`).join(' ');
const numbers = (branches: readonly Branch[]): string[] =>
  branches.flatMap((branch) => [`${branch.number}${branch.answer}@${branch.place}`, ...numbers(branch.branches)]);

test('every answer stands under the one it asks on from, with its number', () => {
  expect(numbers(branchesOf(tree))).toEqual(['1a@0', '1.1b@1', '1.1.1d@2', '1.2c@3', '2e@4']);
  expect(branchesOf([])).toEqual([]);
});

test('asking on comes after whatever hangs there already', () => {
  const { whys, place } = askedOn(tree, 0);
  expect(seen(whys)).toBe('0a 1b 2d 1c 1 0e');
  expect(place).toBe(4);
  expect(seen(askedOn(tree, 4).whys)).toBe('0a 1b 2d 1c 0e 1');
  expect(seen(askedAnew(tree).whys)).toBe('0a 1b 2d 1c 0e 0');
});

test('an answer is written in its place', () => {
  expect(answered(tree, 3, { answer: 'C', cause: 'C1' })[3]).toEqual({ answer: 'C', depth: 1, cause: 'C1' });
});

test('of an answer that is taken out nothing below is lost', () => {
  expect(seen(takenOut(tree, 1))).toBe('0a 1d 1c 0e');
  expect(seen(takenOut(tree, 0))).toBe('0b 1d 0c 0e');
});

test('what moves in hangs on the one before it on its level, with all that hangs on it', () => {
  const { whys, place } = movedIn(tree, 3);
  expect([seen(whys), place]).toEqual(['0a 1b 2d 2c 0e', 3]);
  expect(seen(movedIn([{ answer: 'x', depth: 0 }, ...tree], 1).whys)).toBe('0x 1a 2b 3d 2c 0e');
});

test('what moves out stands beside the one it hung on, and keeps its own', () => {
  const { whys, place } = movedOut(tree, 1);
  expect([seen(whys), place]).toEqual(['0a 1c 0b 1d 0e', 2]);
  expect(seen(movedOut(tree, 2).whys)).toBe('0a 1b 1d 1c 0e');
});

test('the first of its level has nothing to move under, the outermost nowhere to move out to', () => {
  expect([0, 1, 2, 3, 4].map((place) => canMoveIn(tree, place))).toEqual([false, false, false, true, true]);
  expect([0, 1, 2].map((place) => canMoveOut(tree, place))).toEqual([false, true, true]);
  const deep = Array.from({ length: 10 }, (_each, depth) => ({ answer: '', depth }));
  expect(canMoveIn([{ answer: '', depth: 0 }, ...deep], 1)).toBe(false);
});

test('causes that are gone are pointed to no more', () => {
  const whys = [
    { answer: 'a', depth: 0, cause: 'C1' },
    { answer: 'b', depth: 0, cause: 'C2' },
  ];
  expect(withCauses(whys, ['C2'])).toEqual([{ answer: 'a', depth: 0 }, whys[1]]);
});
