import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '#domain/policy/built-in/default.ts';
import { ninetyDayPolicy } from '#domain/policy/built-in/ninety-day.ts';
import { auditContextOf, stage2 } from '../../../../test/builders/audit.ts';
import { aNonconformity, type Life } from '../../../../test/builders/finding.ts';
import { cast } from '../../../../test/builders/people.ts';

const follow = (life: Life) => life.must('followAudit', cast.system);
const due = (life: Life) => {
  const finding = life.finding();
  return 'due' in finding ? finding.due : undefined;
};
const changes = (life: Life) => {
  const event = life.events.at(-1);
  return event?.type === 'due-moved' ? event.data.dueChanges : event?.type;
};

describe('the next audit moves, and the remediation of a minor with it', () => {
  test.each([
    ['later', '2027-03-15'],
    ['earlier', '2026-11-02'],
  ])('%s', (_what, nextAudit) => {
    const life = follow(aNonconformity('minor').revise({ nextAudit }));
    expect(due(life)).toEqual({ plan: '2026-03-23', correction: '2026-04-08', remediation: nextAudit });
    expect(life.finding()).toMatchObject({ anchors: { nextAudit } });
    expect(changes(life)).toEqual([
      {
        stage: 'remediation',
        from: '2027-02-22',
        to: nextAudit,
        why: `The next audit moved from 2027-02-22 to ${nextAudit}.`,
      },
    ]);
  });
  test('and is scheduled at all', () => {
    const { nextAudit: _n, ...dates } = stage2.dates;
    const life = aNonconformity('minor', { audit: auditContextOf({ ...stage2, dates }) });
    expect(due(life)?.remediation).toBe('2027-02-27');
    follow(life.revise({ nextAudit: '2027-02-01' }));
    expect(changes(life)).toMatchObject([{ to: '2027-02-01', why: 'The next audit is scheduled for 2027-02-01.' }]);
  });
  test('every stage that is bound to it', () => {
    const life = follow(aNonconformity('minor', { policy: ninetyDayPolicy }).revise({ nextAudit: '2027-03-15' }));
    expect(due(life)).toEqual({ plan: '2026-05-28', correction: '2027-03-15', remediation: '2027-03-15' });
  });
  test('also while it is in review, and while an appeal is pending', () => {
    const life = aNonconformity('minor').reach('remediation.in-review').must('appeal', cast.owner);
    follow(life.revise({ nextAudit: '2027-03-15' }));
    expect(due(life)?.remediation).toBe('2027-03-15');
    expect(life.finding()).toMatchObject({ status: 'in-review', reviewDue: '2026-03-24' });
  });
});

describe('no due date moves, and what lies ahead is taken down all the same', () => {
  const minor = () => aNonconformity('minor');
  test.each<[string, () => Life]>([
    ['of a major: its clocks are counted', () => aNonconformity().revise({ nextAudit: '2027-03-15' })],
    ['when the next audit is taken off the plan', () => minor().revise({ nextAudit: undefined })],
    ['to a day that has begun', () => minor().on('2026-06-01').revise({ nextAudit: '2026-06-01' })],
    ['of what is overdue', () => minor().on('2027-02-23').revise({ nextAudit: '2028-02-21' })],
  ])('%s', (_what, make) => {
    const life = make();
    const before = due(life);
    follow(life);
    expect(life.events.at(-1)?.type).toBe('anchors-revised');
    expect(due(life)).toEqual(before);
    const finding = life.finding();
    expect('anchors' in finding && finding.anchors).toEqual(life.audit.anchors);
  });
  test('on its last day it still moves', () => {
    const life = follow(aNonconformity('minor').on('2027-02-22').revise({ nextAudit: '2027-03-15' }));
    expect(due(life)?.remediation).toBe('2027-03-15');
  });
});

describe('what was granted', () => {
  const extended = () =>
    aNonconformity('minor')
      .reach('remediation.awaiting')
      .must('requestExtension', cast.owner, { newDueDate: '2027-03-10', reason: 'Supplier.' })
      .must('decideExtension', cast.leadAuditor);
  test.each([
    ['is not taken away by an earlier audit', '2027-01-11', '2027-03-10'],
    ['gives way to a later one', '2027-04-12', '2027-04-12'],
  ])('%s', (_what, nextAudit, remediation) => {
    expect(due(follow(extended().revise({ nextAudit })))?.remediation).toBe(remediation);
  });
  test('is forgotten by a regrade: it was of another clock', () => {
    const life = extended()
      .must('regrade', cast.leadAuditor, { grade: 'major', reason: 'Systematic.' })
      .must('regrade', cast.leadAuditor);
    expect(due(follow(life.revise({ nextAudit: '2027-01-11' })))?.remediation).toBe('2027-01-11');
  });
});

describe('a hard cap', () => {
  test('cuts what is due after it, of stages that are not over', () => {
    const life = aNonconformity('minor').reach('correction.awaiting').revise({ certificateExpires: '2026-03-20' });
    expect(due(follow(life))).toEqual({ plan: '2026-03-23', correction: '2026-03-20', remediation: '2026-03-20' });
    expect(changes(life)).toMatchObject([
      { stage: 'correction', why: 'Nothing may be due after 2026-03-20, the day the certificate expires.' },
      { stage: 'remediation' },
    ]);
  });
  test('cuts the review too, yet not to a day before today', () => {
    const life = aNonconformity('minor').reach('plan.in-review').on('2026-03-12');
    follow(life.revise({ certificateExpires: '2026-03-11' }));
    expect(life.finding()).toMatchObject({ reviewDue: '2026-03-12' });
    expect(life.events.at(-1)).toMatchObject({ data: { reviewChange: { from: '2026-03-24', to: '2026-03-12' } } });
  });
  test('that is lifted gives the next audit back, and no counted days', () => {
    const dates = { ...stage2.dates, certificateExpires: '2026-04-01' };
    const life = aNonconformity('minor', { audit: auditContextOf({ ...stage2, dates }) });
    expect(due(life)).toEqual({ plan: '2026-03-23', correction: '2026-04-01', remediation: '2026-04-01' });
    follow(life.revise({ certificateExpires: '2029-03-31' }));
    expect(due(life)).toEqual({ plan: '2026-03-23', correction: '2026-04-01', remediation: '2027-02-22' });
    expect(changes(life)).toMatchObject([{ why: 'No hard cap comes before the next audit on 2027-02-22 any more.' }]);
  });
  test('of stage 2 follows its last day', () => {
    const life = follow(aNonconformity().revise({ stage2LastDay: '2025-10-10' }));
    expect(due(life)).toEqual({ plan: '2026-03-23', correction: '2026-04-08', remediation: '2026-04-10' });
  });
  test('stops a next audit that is put off beyond it', () => {
    const life = aNonconformity('minor').revise({ certificateExpires: '2027-03-01', nextAudit: '2027-04-12' });
    expect(due(follow(life))?.remediation).toBe('2027-03-01');
  });
});

test('twice is once: the second time there is nothing to follow', () => {
  const life = follow(aNonconformity('minor').revise({ nextAudit: '2027-03-15' }));
  expect(life.give('followAudit', cast.system)).toMatchObject({ ok: false, refusals: [{ code: 'nothing-moves' }] });
  expect(aNonconformity('minor').give('followAudit', cast.system)).toMatchObject({ ok: false });
});

test.each(['leadAuditor', 'ismsManager', 'owner'] as const)('is not for %s', (name) => {
  const life = aNonconformity('minor').revise({ nextAudit: '2027-03-15' });
  expect(life.give('followAudit', cast[name])).toMatchObject({ refusals: [{ code: 'wrong-person' }] });
});

test('a closed finding follows nothing, and reopened it has what its audit says by then', () => {
  const life = aNonconformity('minor')
    .reach('closed')
    .revise({ nextAudit: '2027-03-15', certificateExpires: '2029-03-31' });
  expect(life.give('followAudit', cast.system)).toMatchObject({ refusals: [{ code: 'wrong-state' }] });
  life.on('2026-06-01').must('reopen', cast.leadAuditor);
  expect(due(life)).toEqual({ plan: '2026-06-15', correction: '2026-07-01', remediation: '2027-03-15' });
  expect(life.finding()).toMatchObject({ anchors: { nextAudit: '2027-03-15', certificateExpires: '2029-03-31' } });
});

test('the policy of the builders binds remediation alone', () => {
  expect(Object.entries(defaultPolicy.due.minor).filter(([, rule]) => 'by' in rule)).toHaveLength(1);
});
