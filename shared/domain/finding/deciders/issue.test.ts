import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '#domain/policy/built-in/default.ts';
import { workingDaysPolicy } from '#domain/policy/built-in/working-days.ts';
import type { Policy } from '#domain/policy/policy.ts';
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

describe('the policy that a finding keeps', () => {
  const closedOn = ['2025-12-25', '2026-04-03', '2027-12-24', '2028-01-03', '2032-05-03'];
  const kept = (policy: Policy, grade: 'major' | 'minor' = 'major') => {
    const finding = aNonconformity(grade, { policy }).finding();
    return 'policy' in finding ? finding.policy : undefined;
  };
  test('is the one in force', () => {
    expect(kept(defaultPolicy)).toEqual(defaultPolicy);
  });
  test('with the closed days of the years that its clocks can reach', () => {
    // The last date is 28 April 2026; two extensions of 30 days and an appeal of 15 reach July 2026, and a year more.
    expect(kept({ ...defaultPolicy, closedOn })?.closedOn).toEqual(['2026-04-03', '2027-12-24']);
    // That of a minor is 22 February 2027.
    expect(kept({ ...defaultPolicy, closedOn }, 'minor')?.closedOn).toEqual(['2026-04-03', '2027-12-24', '2028-01-03']);
  });
  test('also where it is issued long after they were over', () => {
    const life = createLife({ policy: { ...defaultPolicy, closedOn } }).on('2031-02-01');
    const finding = life.must('issue', cast.leadAuditor, issueBody()).finding();
    expect('policy' in finding && finding.policy.closedOn).toContain('2032-05-03');
  });
  test('and says for what time it knows the public holidays of its region', () => {
    const knowing = (from: string, until: string) =>
      kept({ ...defaultPolicy, region: 'CH-ZH', closedOn, holidays: { from, until } })?.holidays;
    expect(knowing('2025-01-01', '2038-12-31')).toEqual({ from: '2026-01-01', until: '2027-12-31' });
    expect(knowing('2026-02-01', '2026-12-31')).toEqual({ from: '2026-02-01', until: '2026-12-31' });
  });
});

describe('public holidays that are not known', () => {
  const refused = (policy: Policy) => {
    const answer = createLife({ policy }).give('issue', cast.leadAuditor);
    return answer.ok ? [] : answer.refusals.map(({ code, message }) => `${code}: ${message}`);
  };
  const region = { ...defaultPolicy, region: 'CH-ZH' };
  const known = (from: string, until: string) => ({ ...region, moveToWorkingDay: true, holidays: { from, until } });
  test('refuse a date that would have needed them', () => {
    expect(refused({ ...region, moveToWorkingDay: true })).toEqual([
      expect.stringMatching(/^holidays-unknown: .* CH-ZH were not looked up/),
    ]);
    // The remediation is due on 28 April 2026.
    expect(refused(known('2026-01-01', '2026-04-27'))).toEqual([
      expect.stringMatching(/^holidays-unknown: .* known from 2026-01-01 to 2026-04-27 only/),
    ]);
    // Counted from 27 February: the days before 1 March are passed, too.
    const counted = { ...workingDaysPolicy, region: 'CH-ZH', holidays: { from: '2026-03-01', until: '2038-12-31' } };
    expect(refused(counted)).toHaveLength(1);
    expect(refused({ ...counted, holidays: { ...counted.holidays, from: '2026-02-27' } })).toEqual([]);
  });
  test.each([
    ['known up to the last date', known('2026-03-23', '2026-04-28')],
    ['needed for none, as all are calendar days that stay where they fall', region],
    ['of no region', { ...defaultPolicy, moveToWorkingDay: true }],
  ])('do not: %s', (_what, policy) => {
    expect(refused(policy)).toEqual([]);
  });
});
