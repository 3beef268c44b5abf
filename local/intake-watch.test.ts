import { expect, test } from 'vitest';
import { createVirtualClock } from '#adapters/local/virtual-clock.ts';
import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { watchIntake } from './intake-watch.ts';
import { createdKey } from './subscriptions.ts';

const start = '2026-03-09T08:00:00.000Z';

const open = (arrivals: { key: string; at: string; complete: boolean }[], status?: EvidenceRecord['status']) => {
  const clock = createVirtualClock(start);
  const told: string[] = [];
  const removed: string[] = [];
  const asked: string[] = [];
  let looks = 0;
  const watch = watchIntake({
    clock,
    intake: {
      arrivals: async () => {
        looks += 1;
        return arrivals.filter(({ key }) => !removed.includes(key));
      },
      remove: async (key) => void removed.push(key),
    },
    evidence: {
      get: async ({ kind, aggregate }, id) => {
        asked.push(`${kind} ${aggregate} ${id}`);
        return status === undefined ? undefined : ({ status } as EvidenceRecord);
      },
    },
    bus: { publish: async (messages) => void told.push(...messages.map(({ detail }) => createdKey(detail))) },
  });
  return { clock, watch, told, removed, asked, looks: () => looks };
};

test('a file that was not checked is told of again, until it was', async () => {
  const { watch, told } = open([]);
  await watch.arrived('evidence/a/1');
  await watch.arrived('evidence/a/2');
  watch.checked('evidence/a/1');
  await watch.hourly();
  await watch.hourly();
  watch.checked('evidence/a/2');
  await watch.hourly();
  expect(told).toEqual(['evidence/a/1', 'evidence/a/2', 'evidence/a/2', 'evidence/a/2']);
});

test.each([
  ['uploading', 1],
  ['checking', 1],
  ['held', 0],
  ['registered', 0],
  ['quarantined', 0],
  [undefined, 0],
] as const)('after a restart, a file that is %s is told of %i times', async (status, times) => {
  const { watch, told, asked } = open([{ key: 'reports/a/1', at: start, complete: true }], status);
  await watch.recover();
  expect(told).toHaveLength(times);
  expect(asked).toEqual(['audit a 1']);
});

test('parts that nobody has completed are no file', async () => {
  const { watch, told } = open([{ key: 'evidence/a/1', at: start, complete: false }], 'uploading');
  await watch.recover();
  expect(told).toEqual([]);
});

test('what came 30 days ago goes, complete or not; the intake is looked through once a day', async () => {
  const { clock, watch, removed, looks } = open([
    { key: 'old', at: '2026-02-07T08:00:00.000Z', complete: true },
    { key: 'begun', at: '2026-02-07T08:00:00.001Z', complete: false },
    { key: 'new', at: start, complete: true },
  ]);
  await watch.hourly();
  expect(removed).toEqual(['old']);
  await watch.hourly();
  expect(looks()).toBe(1);
  clock.advance('PT16H');
  await watch.hourly();
  expect(removed).toEqual(['old', 'begun']);
});
