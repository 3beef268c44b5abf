import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { AuditTold, eventMeanings, FindingTold, SampleTold } from '#contracts/event-catalogue.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import { clockOf } from '#domain/finding/state.ts';
import { auditEventTypes, committedTypes, findingEventTypes } from '#domain/webhook/event-types.ts';
import { toldOfAudit, toldOfFinding } from '#use-cases/webhooks/told.ts';
import { stage2 } from '../builders/audit.ts';
import { begin, courses, take } from './random-life.ts';

const catalogue = JSON.parse(
  readFileSync(new URL('../../docs/generated/event-catalogue.json', import.meta.url), 'utf8'),
) as { readonly $defs: Readonly<Record<string, z.core.JSONSchema.JSONSchema>> };

/** The published schema of one type, read as anybody would read it who has nothing of the code. */
const published = new Map(
  Object.entries(catalogue.$defs)
    .filter(([name]) => name !== 'webhook-body')
    .map(([name, schema]) => [name, z.fromJSONSchema(schema)] as const),
);

const faultOf = (type: string, told: unknown): unknown => {
  const read = published.get(type)?.safeParse(JSON.parse(JSON.stringify(told)));
  return read?.success ? undefined : (read?.error.issues ?? `no schema of ${type}`);
};

test('the catalogue has every type of event, and no other', () => {
  expect([...published.keys()].sort()).toEqual([...committedTypes, 'sample'].sort());
  expect(Object.keys(eventMeanings).sort()).toEqual([...committedTypes].sort());
});

test('whatever happens in random lives of findings is told as the catalogue says, and by its type alone', () => {
  const told = new Set<string>();
  fc.assert(
    fc.property(courses(40), (course) => {
      const life = begin(course);
      for (const step of course.steps) take(life, step);
      for (const event of life.events) {
        const content = toldOfFinding(event);
        expect(faultOf(event.type, content)).toBeUndefined();
        expect(FindingTold.strict().parse(content)).toEqual(content);
        const { state } = event;
        expect([content.status, content.grade]).toEqual([state.status, state.grade]);
        expect(content.stage).toBe('stage' in state ? state.stage : undefined);
        expect(content.due).toBe(clockOf(state)?.on);
        const other = findingEventTypes[(findingEventTypes.indexOf(event.type) + 1) % findingEventTypes.length] ?? '';
        expect(faultOf(other, content)).toBeDefined();
        told.add(event.type);
      }
    }),
    { numRuns: 120, seed: 27_001 },
  );
  expect([...told].sort()).toEqual([...findingEventTypes].sort());
});

test('so is what happens to audits', () => {
  for (const type of auditEventTypes) {
    const event = { aggregate: '2026-stage-2', seq: 3, at: '2026-03-09T08:00:00.000Z', type, state: stage2 };
    const content = toldOfAudit(event as unknown as AuditEvent);
    expect(faultOf(type, content)).toBeUndefined();
    expect(AuditTold.strict().parse(content)).toEqual(content);
  }
});

/** As version 1 was told first. What is here is never taken away or changed: receivers were built on it. */
const versionOne = {
  finding: {
    version: 1,
    kind: 'finding',
    aggregate: '9f86d081884c7d659a2feaa0c55ad015',
    seq: 5,
    type: 'returned',
    at: '2026-03-12T08:00:00.000Z',
    audit: '2026-stage-2',
    number: 'NC-3',
    grade: 'major',
    status: 'awaiting',
    stage: 'plan',
    due: '2026-03-23',
  },
  audit: {
    version: 1,
    kind: 'audit',
    aggregate: '2026-stage-2',
    seq: 3,
    type: 'report-read',
    at: '2026-03-09T08:00:00.000Z',
  },
  sample: { version: 1, kind: 'sample', type: 'sample', webhook: 'w1', at: '2026-03-09T08:00:00.000Z' },
} as const;

test('version 1 is what it was when it was told first', () => {
  for (const told of Object.values(versionOne)) expect(faultOf(told.type, told)).toBeUndefined();
  const promised = (schema: z.ZodObject) => schema.keyof().options.filter((key) => !schema.shape[key].isOptional());
  for (const [schema, told] of [
    [FindingTold, versionOne.finding],
    [AuditTold, versionOne.audit],
    [SampleTold, versionOne.sample],
  ] as const)
    expect(promised(schema)).toEqual(
      expect.arrayContaining(Object.keys(told).filter((key) => !['stage', 'due'].includes(key))),
    );
});
