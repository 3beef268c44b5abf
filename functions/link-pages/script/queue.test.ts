import { expect, test } from 'vitest';
import { createQueue } from './queue.ts';

test('at most so many run at once, in order', async () => {
  const queue = createQueue(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  for (const number of [1, 2, 3, 4])
    queue.add(() => {
      begun.push(number);
      return new Promise((resolve) => ends.push(resolve));
    });
  expect(begun).toEqual([1, 2]);
  ends[1]?.();
  await new Promise((resolve) => setTimeout(resolve));
  expect(begun).toEqual([1, 2, 3]);
  ends[0]?.();
  ends[2]?.();
  await new Promise((resolve) => setTimeout(resolve));
  expect(begun).toEqual([1, 2, 3, 4]);
});
