import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { aNonconformity } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import type { FindingEvent } from '../finding/events.ts';
import { type Digest, firstBreak, type Sealed, seal } from './chain.ts';

const digest: Digest = (value) =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');

type Entry = Sealed<FindingEvent>;

const chained = (events: readonly FindingEvent[]): Entry[] => {
  const sealed: Entry[] = [];
  for (const event of events) sealed.push(seal(event, sealed.at(-1)?.hash ?? null, digest));
  return sealed;
};
const chain = chained(aNonconformity().pass('plan').events);
/** The chain as it comes back from storage, after a change. */
const tampered = (change: (events: Entry[]) => unknown): Entry[] => {
  const copy: Entry[] = JSON.parse(JSON.stringify(chain));
  change(copy);
  return copy;
};
const at = (events: Entry[], seq: number): Entry => {
  const event = events[seq - 1];
  if (!event) throw new Error(`no event ${seq}`);
  return event;
};

describe('a whole chain', () => {
  test('fits', () => {
    expect(chain.length).toBe(4);
    expect(firstBreak(chain, digest)).toBeUndefined();
    expect(firstBreak([], digest)).toBeUndefined();
  });
  test('begins with no hash before, and each event names the one before', () => {
    expect(at(chain, 1).prevHash).toBeNull();
    for (const seq of [2, 3, 4]) expect(at(chain, seq).prevHash).toBe(at(chain, seq - 1).hash);
  });
  test('does not depend on the order in which fields are written', () => {
    const turned = chain.map((event) => Object.fromEntries(Object.entries(event).reverse()) as Entry);
    expect(firstBreak(turned, digest)).toBeUndefined();
  });
  test('of a part of it fits no more than from the beginning', () => {
    expect(firstBreak(chain.slice(0, 2), digest)).toBeUndefined();
    expect(firstBreak(chain.slice(1), digest)).toEqual({ at: 1, reason: 'sequence' });
  });
});

/** Every path to a value that is no object, with what it leads to. */
const leaves = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
    : [path];

const changeAt = (event: Entry, path: readonly string[]): void => {
  const last = path.at(-1) ?? '';
  const holder = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>(
      (inner, key) => inner[key] as Record<string, unknown>,
      event as unknown as Record<string, unknown>,
    );
  const value = holder[last];
  holder[last] = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}x`;
};

describe('any single change is told at its place', () => {
  test.each([1, 2, 3, 4])('of any value of event %i', (seq) => {
    const paths = leaves(at(chain, seq));
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths) {
      const broken = firstBreak(
        tampered((events) => changeAt(at(events, seq), path)),
        digest,
      );
      expect({ path, at: broken?.at }).toEqual({ path, at: seq });
    }
  });
  test.each([
    ['a field more', (events: Entry[]) => Object.assign(at(events, 3), { note: 'x' }), { at: 3, reason: 'hash' }],
    ['a field less', (events: Entry[]) => Reflect.deleteProperty(at(events, 3), 'actor'), { at: 3, reason: 'hash' }],
    ['an event less', (events: Entry[]) => events.splice(1, 1), { at: 2, reason: 'sequence' }],
    ['an event twice', (events: Entry[]) => events.splice(1, 0, at(events, 1)), { at: 2, reason: 'sequence' }],
    ['two in another order', (events: Entry[]) => events.reverse(), { at: 1, reason: 'sequence' }],
  ])('%s', (_what, change, broken) => {
    expect(firstBreak(tampered(change), digest)).toEqual(broken);
  });
  test('an event that was written anew, hash and all, no longer fits the next', () => {
    const rewritten = tampered((events) => {
      const { hash: _h, prevHash, ...event } = at(events, 2);
      events[1] = seal({ ...event, at: '2020-01-01T00:00:00.000Z' }, prevHash, digest);
    });
    expect(firstBreak(rewritten, digest)).toEqual({ at: 3, reason: 'previous-hash' });
  });
  test('an event of another finding', () => {
    const foreign = aNonconformity()
      .must('recordFault', cast.system)
      .events.map((event, i) => (i === 0 ? event : { ...event, aggregate: 'another' }));
    expect(firstBreak(chained(foreign), digest)).toEqual({ at: 2, reason: 'aggregate' });
  });
});
