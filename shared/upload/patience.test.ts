import { expect, test } from 'vitest';
import { Refused, Unreachable } from './failure.ts';
import { eachOf, patiently, pause, pauses } from './patience.ts';

const { signal } = new AbortController();

const failing = (times: number, failure: Error) => {
  const waited: number[] = [];
  let tries = 0;
  const act = async () => {
    tries += 1;
    if (tries <= times) throw failure;
    return 'done';
  };
  const wait = async (milliseconds: number) => void waited.push(milliseconds);
  return { waited, act: () => patiently(act, signal, wait) };
};

test('what cannot be reached is tried again, with longer and longer pauses', async () => {
  const { act, waited } = failing(2, new Unreachable('gone'));
  expect(await act()).toBe('done');
  expect(waited).toEqual(pauses.slice(0, 2));
});

test('it gives up after the last pause', async () => {
  const { act, waited } = failing(99, new Unreachable('gone'));
  await expect(act()).rejects.toThrow('gone');
  expect(waited).toEqual([...pauses]);
});

test('what was refused is not tried again', async () => {
  const { act, waited } = failing(99, new Refused(403, 'no'));
  await expect(act()).rejects.toThrow('no');
  expect(waited).toEqual([]);
});

test('a pause ends at once when its signal does', async () => {
  const stop = new AbortController();
  const long = pause(60_000, stop.signal);
  stop.abort(new Error('taken off'));
  await expect(long).rejects.toThrow('taken off');
  await expect(pause(60_000, stop.signal)).rejects.toThrow('taken off');
});

test('each item is done once, at most so many at the same time', async () => {
  const done: number[] = [];
  let running = 0;
  let most = 0;
  await eachOf([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running -= 1;
    done.push(item);
  });
  expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

test('the first failure stops what has not begun, and waits for what has', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const work = eachOf([1, 2, 3, 4, 5], 2, async (item) => {
    begun.push(item);
    if (item === 1) throw new Error('the first');
    await new Promise((resolve) => setTimeout(resolve, 5));
    ended.push(item);
  });
  await expect(work).rejects.toThrow('the first');
  expect(begun).toEqual([1, 2]);
  expect(ended).toEqual([2]);
});
