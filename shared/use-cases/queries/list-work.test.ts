import { beforeEach, expect, test } from 'vitest';
import type { AuditEvent } from '#domain/audit/events.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { Actor } from '#domain/people/person.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import type { AuditHead, FindingHead } from '#ports/register.ts';
import type { Trail } from '#ports/trail.ts';
import { stage2 } from '../../../test/builders/audit.ts';
import { aNonconformity, anOfi, type Life, type Setting } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { auditContext } from '../commands/context.ts';
import { headOf } from '../workflow/head.ts';
import { createKnownHeads } from './known-heads.ts';
import { createKnownStates } from './known-states.ts';
import { listWork, type WorkStore } from './list-work.ts';

const audit = '2026-stage-2';

/** A table with findings and their audit, and what is read of it. */
const createTable = () => {
  const lives = new Map<string, Life>();
  const heads = new Map<string, FindingHead>();
  const auditHead: AuditHead = { id: audit, seq: 1, kind: 'stage-2', title: '', firstDay: '2026-02-23' };
  const standing = { team: stage2.team, auditHead, now: '2026-03-16T10:00:00.000Z' };
  const reads: string[] = [];
  /** As the relay does: the register follows the trail. */
  const raise = (id: string, change: Partial<FindingHead> = {}): void => {
    const life = lives.get(id);
    if (life) heads.set(id, { ...headOf(life.finding(), { clock: life.today, cap: life.today }), id, ...change });
  };
  const audits: Pick<Trail<AuditEvent>, 'latest'> = {
    latest: async (id) => {
      reads.push(id);
      const { seq } = standing.auditHead;
      const state = { id, seq, facts: { ...stage2, team: standing.team } };
      return { seq, state } as Awaited<ReturnType<typeof audits.latest>>;
    },
  };
  return {
    standing,
    raise,
    add: (id: string, life: Life, change: Partial<FindingHead> = {}) => {
      lives.set(id, life);
      raise(id, change);
      return life;
    },
    reviseTeam: (team: typeof stage2.team) => {
      Object.assign(standing, { team, auditHead: { ...standing.auditHead, seq: standing.auditHead.seq + 1 } });
    },
    /** What has been read since this was asked last. */
    reads: () => reads.splice(0).toSorted(),
    raised: async () => ({ findings: [...heads.values()], audits: [standing.auditHead], mark: '' }),
    findings: {
      latest: async (id: string) => {
        reads.push(id);
        return lives.get(id)?.events.at(-1) as Sealed<FindingEvent> | undefined;
      },
    },
    audits,
  };
};

let table: ReturnType<typeof createTable>;
let store: WorkStore;
/** As the function does when it starts. */
const start = (mostStates?: number): void => {
  store = {
    clock: { now: () => table.standing.now },
    timeZone: 'Europe/Zurich',
    heads: createKnownHeads(table),
    auditOf: createKnownStates(table.audits, ({ state }) => auditContext(state)),
    findingOf: createKnownStates(table.findings, ({ state }) => state, mostStates),
  };
};
beforeEach(() => {
  table = createTable();
  start();
});

const nonconformity = (setting: Partial<Setting> = {}) => aNonconformity('major', setting);
/** What waits for whom: the ids of findings, each with what it waits for from the person. */
const workOf = async (actor: Actor) =>
  Object.fromEntries((await listWork(store, actor)).work.map(({ id, awaited }) => [id, awaited]));

test('a second look reads nothing', async () => {
  for (const id of ['a', 'b', 'c']) table.add(id, nonconformity());
  const first = await listWork(store, cast.ismsManager);
  expect(table.reads()).toEqual([audit, 'a', 'b', 'c'].toSorted());
  expect(await listWork(store, cast.ismsManager)).toEqual(first);
  expect(table.reads()).toEqual([]);
});

test('what has changed is read again, and nothing else', async () => {
  for (const id of ['a', 'b', 'c']) table.add(id, nonconformity());
  await workOf(cast.leadAuditor);
  table.reads();
  table.add('b', nonconformity().reach('plan.in-review'));
  expect(await workOf(cast.leadAuditor)).toEqual({ a: [], b: ['accept'], c: [] });
  expect(table.reads()).toEqual(['b']);
});

test('a team that has changed is known at the next look', async () => {
  table.add('a', nonconformity().reach('plan.in-review'));
  expect(await workOf(cast.leadAuditor)).toEqual({ a: ['accept'] });
  table.reviseTeam([{ person: cast.otherLeadAuditor.person, role: 'lead-auditor' }]);
  table.reads();
  expect(await workOf(cast.leadAuditor)).toEqual({});
  expect(await workOf(cast.otherLeadAuditor)).toEqual({ a: ['accept'] });
  expect(table.reads()).toEqual([audit]);
});

test('two people share what was read, and each is told their own', async () => {
  table.add('a', nonconformity());
  table.add('b', nonconformity().must('assign', cast.ismsManager, { owner: cast.observer.person }));
  table.add('c', anOfi());
  expect(await workOf(cast.ismsManager)).toEqual({ a: [], b: [], c: [] });
  table.reads();
  expect(await workOf(cast.owner)).toEqual({ a: ['submit'], c: ['respond'] });
  expect(await workOf({ ...cast.observer, roles: [] })).toEqual({ b: ['submit'] });
  expect(await workOf(cast.stranger)).toEqual({});
  expect(await workOf(cast.otherLeadAuditor)).toEqual({});
  expect(table.reads()).toEqual([]);
});

test('a finding that went to somebody else is not shown by its old head', async () => {
  const life = table.add('a', nonconformity());
  life.must('assign', cast.ismsManager, { owner: cast.observer.person });
  expect(await workOf(cast.owner)).toEqual({});
  table.raise('a');
  expect(await workOf({ ...cast.observer, roles: [] })).toEqual({ a: ['submit'] });
});

test('finished findings are nobody’s work, and are not read', async () => {
  table.add('a', nonconformity().reach('closed'));
  expect(await workOf(cast.ismsManager)).toEqual({});
  expect(table.reads()).toEqual([]);
});

test('the day is that of the question', async () => {
  table.add('a', nonconformity());
  const overdue = async () => {
    const { today, work } = await listWork(store, cast.owner);
    return [today, work[0]?.overdue];
  };
  table.standing.now = '2026-03-23T10:00:00.000Z';
  expect(await overdue()).toEqual(['2026-03-23', false]);
  table.standing.now = '2026-03-23T23:30:00.000Z';
  expect(await overdue()).toEqual(['2026-03-24', true]);
});

test('no more than 500, those that are due first, and it is said that there are more', async () => {
  const life = nonconformity();
  const day = (n: number) => new Date(Date.UTC(2026, 2, 1 + ((n * 7) % 500))).toISOString().slice(0, 10);
  for (let n = 0; n < 500; n += 1) table.add(`f${n}`, life, { due: day(n) });
  const whole = await listWork(store, cast.ismsManager);
  expect([whole.work.length, whole.isWhole]).toEqual([500, true]);
  table.add('late', life, { due: '2030-01-01' });
  table.reads();
  const cut = await listWork(store, cast.ismsManager);
  expect([cut.work.length, cut.isWhole]).toEqual([500, false]);
  expect(cut.work.map(({ due }) => due)).toEqual(cut.work.map(({ due }) => due).toSorted());
  expect(table.reads()).toEqual([]);
});

test('more findings than are kept are told all the same', async () => {
  start(2);
  for (const id of ['a', 'b', 'c']) table.add(id, nonconformity());
  for (let look = 0; look < 2; look += 1) expect(Object.keys(await workOf(cast.owner))).toEqual(['a', 'b', 'c']);
});
