import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '#domain/policy/default.ts';
import { auditContextOf, stage2 } from '../../../../test/builders/audit.ts';
import { aNonconformity, createLife, findingId, issueBody } from '../../../../test/builders/finding.ts';
import { cast } from '../../../../test/builders/people.ts';

const issue = (change: Parameters<typeof issueBody>[0] = {}, setting: Parameters<typeof createLife>[0] = {}) =>
  createLife(setting).give('issue', cast.leadAuditor, issueBody(change));

describe('a nonconformity', () => {
  test('is awaited at the plan, with its clocks', () => {
    expect(aNonconformity().finding()).toMatchObject({
      status: 'awaiting',
      stage: 'plan',
      cycle: 1,
      round: 1,
      grade: 'major',
      facts: { id: findingId, audit: '2026-stage-2', number: 'NC-01' },
      owner: cast.owner.person,
      issuedOn: '2026-03-10',
      due: { plan: '2026-03-23', correction: '2026-04-08', remediation: '2026-04-28' },
      anchors: { reportReceived: '2026-03-09', closeOfAudit: '2026-02-27', stage2LastDay: '2026-02-27' },
      rounds: [],
      extensionsGranted: 0,
    });
  });
  test('keeps the policy in force: a later change of it changes no running clock', () => {
    const strict = structuredClone(defaultPolicy);
    strict.due.major.plan = { days: 3, from: 'report-received' };
    const life = aNonconformity('major', { policy: strict });
    strict.due.major.plan = { days: 90, from: 'report-received' };
    expect(life.finding()).toMatchObject({ due: { plan: '2026-03-12' } });
    expect(life.must('regrade', cast.leadAuditor).finding()).toMatchObject({ policy: { name: 'default' } });
  });
  test('needs the dates that its clocks count from', () => {
    const { reportReceived: _r, ...dates } = stage2.dates;
    const audit = auditContextOf({ ...stage2, dates });
    expect(issue({}, { audit })).toMatchObject({
      ok: false,
      refusals: [{ code: 'audit-dates-missing', field: 'audit.dates.reportReceived' }],
    });
    expect(issue({ grade: 'ofi' }, { audit })).toMatchObject({ ok: true });
  });
  test('may arise from an OFI', () => {
    expect(issue({ arisesFrom: '2026-stage-2-ofi-1' })).toMatchObject({
      value: { state: { facts: { arisesFrom: '2026-stage-2-ofi-1' } } },
    });
  });
});

test('an OFI has no clock and waits for a response', () => {
  const event = issue({ grade: 'ofi' });
  expect(event).toMatchObject({ ok: true, value: { state: { status: 'awaiting-response', grade: 'ofi' } } });
  expect(event.ok && 'due' in event.value.state).toBe(false);
});

test.each([
  ['2026-03-11', ['future-date']],
  ['2026-03-10', []],
  ['2026-02-25', []],
])('raised on %s', (raisedOn, codes) => {
  const event = issue({ raisedOn });
  expect(event.ok ? [] : event.refusals.map(({ code }) => code)).toEqual(codes);
});

test('without a policy in force nothing is issued', () => {
  const answer = createLife().give('issue', cast.leadAuditor, issueBody(), { issuing: undefined });
  expect(answer).toMatchObject({ ok: false, refusals: [{ code: 'policy-missing' }] });
});

test.each(['otherLeadAuditor', 'auditor', 'owner', 'administrator'] as const)('not issued by %s', (name) => {
  expect(createLife().give('issue', cast[name])).toMatchObject({ ok: false, refusals: [{ code: 'wrong-person' }] });
});

test('another owner takes over with the clocks as they are', () => {
  const life = aNonconformity();
  const { owner: _before, ...rest } = life.finding();
  life.must('assign', cast.ismsManager, { owner: cast.observer.person });
  expect(life.finding()).toMatchObject({
    owner: cast.observer.person,
    status: 'awaiting',
    due: { plan: '2026-03-23' },
  });
  expect(Object.keys(rest).every((key) => key in life.finding())).toBe(true);
  expect(life.give('submit', cast.owner)).toMatchObject({ refusals: [{ code: 'wrong-person' }] });
  expect(life.give('submit', cast.observer)).toMatchObject({ ok: true });
});
