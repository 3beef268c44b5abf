import { expect, test } from 'vitest';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import { sealedEvent } from '../../../test/contracts/samples.ts';
import { createKnownStates } from './known-states.ts';

/** Trails that stand at number 1 each, which may rise, and which of them were read. */
const trails = (...aggregates: readonly string[]) => {
  const standing = new Map(aggregates.map((each) => [each, 1]));
  const reads: string[] = [];
  const latest = async (aggregate: string) => {
    reads.push(aggregate);
    const seq = standing.get(aggregate);
    return seq === undefined ? undefined : sealedEvent(aggregate, seq);
  };
  return { standing, reads, latest };
};
const ownerOf = ({ state }: Sealed<FindingEvent>) => state.owner;

test('a state is read once, and again when its head has been raised', async () => {
  const trail = trails('a');
  const stateOf = createKnownStates(trail, ownerOf);
  expect([await stateOf('a', 1), await stateOf('a', 1)]).toEqual(['owner1@example.org', 'owner1@example.org']);
  expect(trail.reads).toHaveLength(1);
  trail.standing.set('a', 2);
  expect([await stateOf('a', 2), await stateOf('a', 2)]).toEqual(['owner2@example.org', 'owner2@example.org']);
  expect(trail.reads).toHaveLength(2);
});

test('what was read ahead of the head is not read again for it', async () => {
  const trail = trails('a');
  trail.standing.set('a', 2);
  const stateOf = createKnownStates(trail, ownerOf);
  expect([await stateOf('a', 1), await stateOf('a', 2)]).toEqual(['owner2@example.org', 'owner2@example.org']);
  expect(trail.reads).toHaveLength(1);
});

test('what has no head yet is read each time', async () => {
  const trail = trails('a');
  const stateOf = createKnownStates(trail, ownerOf);
  await stateOf('a', undefined);
  await stateOf('a', undefined);
  expect(trail.reads).toHaveLength(2);
});

/** A trail that answers when it is told to. */
const slowTrail = () => {
  const answers: ((event: Sealed<FindingEvent>) => void)[] = [];
  return { answers, latest: () => new Promise<Sealed<FindingEvent>>((resolve) => answers.push(resolve)) };
};

test('who asks while it is read shares the answer', async () => {
  const trail = slowTrail();
  const stateOf = createKnownStates(trail, ownerOf);
  const asked = [stateOf('a', 1), stateOf('a', 1)];
  expect(trail.answers).toHaveLength(1);
  trail.answers[0]?.(sealedEvent('a', 1));
  expect(await Promise.all(asked)).toEqual(['owner1@example.org', 'owner1@example.org']);
});

test('but not one that may be too early for the head, and of two answers the newer stays', async () => {
  const trail = slowTrail();
  const stateOf = createKnownStates(trail, ownerOf);
  const early = stateOf('a', 1);
  const late = stateOf('a', 2);
  trail.answers[1]?.(sealedEvent('a', 2));
  expect(await late).toBe('owner2@example.org');
  trail.answers[0]?.(sealedEvent('a', 1));
  expect(await early).toBe('owner1@example.org');
  expect(await stateOf('a', 2)).toBe('owner2@example.org');
  expect(trail.answers).toHaveLength(2);
});

test('a read that fails is made again', async () => {
  const trail = trails('a');
  let fails = true;
  const latest = (aggregate: string) => (fails ? Promise.reject(new Error('no table')) : trail.latest(aggregate));
  const stateOf = createKnownStates({ latest }, ownerOf);
  await expect(stateOf('a', 1)).rejects.toThrow('no table');
  fails = false;
  expect(await stateOf('a', 1)).toBe('owner1@example.org');
});

test('what has nothing behind its head is not looked for again', async () => {
  const trail = trails();
  const stateOf = createKnownStates(trail, ownerOf);
  expect([await stateOf('a', 1), await stateOf('a', 1)]).toEqual([undefined, undefined]);
  expect(trail.reads).toHaveLength(1);
});

test('no more than so many are kept: those asked for longest ago go first', async () => {
  const trail = trails('a', 'b', 'c');
  const stateOf = createKnownStates(trail, ownerOf, 2);
  for (const each of ['a', 'b', 'a', 'c']) await stateOf(each, 1);
  trail.reads.length = 0;
  for (const each of ['a', 'c', 'b']) await stateOf(each, 1);
  expect(trail.reads).toEqual(['b']);
});
