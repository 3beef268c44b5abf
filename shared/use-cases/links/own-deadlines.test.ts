import { expect, test } from 'vitest';
import type { AuditEvent } from '#domain/audit/events.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { Trail } from '#ports/trail.ts';
import { stage2 } from '../../../test/builders/audit.ts';
import { aNonconformity, anOfi, type Life } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { headOf } from '../workflow/head.ts';
import { mostFindings, ownDeadlines } from './own-deadlines.ts';

const unasked = () => {
  throw new Error('not asked for here');
};
const others = { at: unasked, all: unasked, append: unasked, relayed: unasked };

/** So many open findings that stand where this life stands, and what is read of them. */
const openOf = (life: Life, count: number) => {
  const read = { findings: 0, teams: 0 };
  const head = headOf(life.finding(), { clock: '2026-03-09', cap: '2026-03-09' });
  const findings: Trail<FindingEvent> = {
    ...others,
    latest: async () => {
      read.findings += 1;
      const event = life.events.at(-1);
      return event && { ...event, prevHash: null, hash: '' };
    },
  };
  const audits: Trail<AuditEvent> = {
    ...others,
    latest: async () => {
      read.teams += 1;
      return { state: { facts: stage2 }, prevHash: null, hash: '' } as Awaited<ReturnType<typeof audits.latest>>;
    },
  };
  const openFindings = async ({ limit, next = '0' }: { limit: number; next?: string }) => {
    const from = Number(next);
    const items = Array.from({ length: Math.min(limit, count - from) }, () => head);
    return from + limit < count ? { items, next: String(from + limit) } : { items };
  };
  return { read, store: { findings, audits, register: { openFindings } } };
};

test('of all pages, with each team read once', async () => {
  const { store, read } = openOf(aNonconformity(), 250);
  const { deadlines, isWhole } = await ownDeadlines(store, cast.owner);
  expect([deadlines.length, isWhole]).toEqual([750, true]);
  expect(read).toEqual({ findings: 250, teams: 1 });
});

test('as many findings as a calendar holds, and it is said that there are more', async () => {
  const most = await ownDeadlines(openOf(aNonconformity(), mostFindings).store, cast.owner);
  expect([most.deadlines.length, most.isWhole]).toEqual([3 * mostFindings, true]);
  const { store, read } = openOf(aNonconformity(), mostFindings + 1);
  const cut = await ownDeadlines(store, cast.owner);
  expect([cut.deadlines.length, cut.isWhole]).toEqual([3 * mostFindings, false]);
  expect(read.findings).toBe(mostFindings);
});

test.each([
  ['another owner’s', aNonconformity(), cast.secondDecisionMaker],
  ['what is in review, for who hands nothing in', aNonconformity().reach('plan.in-review'), cast.internalAuditor],
  ['opportunities for improvement', anOfi(), cast.ismsManager],
])('findings that concern others are not read: %s', async (_what, life, person) => {
  const { store, read } = openOf(life, 5);
  expect((await ownDeadlines(store, person)).deadlines).toEqual([]);
  expect(read.findings).toBe(0);
});

test.each([
  ['the owner', 'plan.awaiting', cast.owner],
  ['an action owner', 'correction.awaiting', cast.actionOwner],
  ['the ISMS manager', 'plan.validating', cast.ismsManager],
  ['an internal auditor', 'remediation.verifying', cast.internalAuditor],
  ['the lead auditor', 'plan.in-review', cast.leadAuditor],
] as const)('what concerns %s is found by the head', async (_who, step, person) => {
  const { store } = openOf(aNonconformity().reach(step), 1);
  expect((await ownDeadlines(store, person)).deadlines).not.toEqual([]);
});

test('an appeal hides from the head who else has to act, and they are found all the same', async () => {
  const appealed = () => openOf(aNonconformity().reach('plan.in-review').must('appeal', cast.owner), 1).store;
  for (const person of [cast.decisionMaker, cast.leadAuditor])
    expect((await ownDeadlines(appealed(), person)).deadlines).toHaveLength(1);
});
