import { expect, test } from 'vitest';
import { median, medianRatio, medians, rounded, sum } from './statistics.ts';

test('the median of an odd number of values is the middle one, whatever their order', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 9, 1])).toBe(9);
});

test('the median of an even number of values is the mean of the middle two', () => {
  expect(median([4, 1, 2, 100])).toBe(3);
});

test('there is no median of nothing', () => {
  expect(() => median([])).toThrow(RangeError);
});

test('a ratio is that of neighbours: a slow spell that meets both does not move it, nor does one slow run', () => {
  expect(medianRatio([1, 10, 100], [2, 20, 200])).toBe(0.5);
  expect(medianRatio([1, 500, 1], [2, 2, 2])).toBe(0.5);
  expect(medianRatio([2, 2, 2], [1, 1, 1])).toBe(2);
});

test('runs without neighbours have no ratio', () => {
  expect(() => medianRatio([1, 2], [1])).toThrow(RangeError);
});

test('sums and rounds', () => {
  expect(sum([1, 2, 3.5])).toBe(6.5);
  expect(rounded(1.2345, 2)).toBe(1.23);
});

test('of runs that measured several things, each has its own median, rounded', () => {
  const runs = [
    { paint: 3, blocking: 10 },
    { paint: 1, blocking: 30.4 },
    { paint: 2, blocking: 99 },
  ];
  expect(medians(runs)).toEqual({ paint: 2, blocking: 30 });
  expect(() => medians([])).toThrow(RangeError);
});
