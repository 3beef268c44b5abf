import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '#domain/policy/built-in/default.ts';
import { auditContextOf, stage2 } from '../../../../test/builders/audit.ts';
import { aNonconformity, type Life } from '../../../../test/builders/finding.ts';
import { cast } from '../../../../test/builders/people.ts';

const codes = (answer: ReturnType<Life['give']>): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);
const due = (life: Life) => {
  const finding = life.finding();
  return 'due' in finding ? finding.due : undefined;
};
const reason = 'Our platform team is on leave.';

describe('asking for an extension', () => {
  // The plan is due on 2026-03-23; the hard cap of stage 2 is 2026-08-27.
  test.each([
    ['by a day', '2026-03-10', '2026-03-24', []],
    ['by thirty days', '2026-03-10', '2026-04-22', []],
    ['by thirty-one days', '2026-03-10', '2026-04-23', ['too-long']],
    ['to the due date itself', '2026-03-10', '2026-03-23', ['not-later']],
    ['to an earlier date', '2026-03-10', '2026-03-20', ['not-later']],
    ['on the day before the due date', '2026-03-22', '2026-03-24', []],
    ['on the due date', '2026-03-23', '2026-03-24', ['too-late']],
    ['after it', '2026-03-24', '2026-03-30', ['too-late']],
  ] as const)('%s', (_what, today, newDueDate, refused) => {
    const life = aNonconformity().on(today);
    expect(codes(life.give('requestExtension', cast.owner, { newDueDate, reason }))).toEqual(refused);
  });

  test.each([
    ['the certificate', { ...stage2.dates, certificateExpires: '2026-04-01' }, '2026-04-01', '2026-04-02'],
    [
      'six months after stage 2',
      { ...stage2.dates, firstDay: '2025-10-06', lastDay: '2025-10-10' },
      '2026-04-10',
      '2026-04-11',
    ],
  ])('never past the hard cap: %s', (_what, dates, last, past) => {
    const life = () => aNonconformity('major', { audit: auditContextOf({ ...stage2, dates }) });
    expect(codes(life().give('requestExtension', cast.owner, { newDueDate: last, reason }))).toEqual([]);
    expect(codes(life().give('requestExtension', cast.owner, { newDueDate: past, reason }))).toEqual(['hard-cap']);
  });

  test('by an action owner too', () => {
    const life = aNonconformity().reach('correction.awaiting');
    expect(codes(life.give('requestExtension', cast.actionOwner, { newDueDate: '2026-04-20', reason }))).toEqual([]);
  });
  test('leaves the due date until it is decided', () => {
    const life = aNonconformity().must('requestExtension', cast.owner);
    expect(due(life)?.plan).toBe('2026-03-23');
    expect(life.finding()).toMatchObject({
      status: 'awaiting',
      extension: { by: cast.owner.person, stage: 'plan', newDueDate: '2026-03-30' },
    });
  });
});

describe('deciding on an extension', () => {
  const extended = (life: Life, newDueDate: string) =>
    life.must('requestExtension', cast.owner, { newDueDate, reason }).must('decideExtension', cast.leadAuditor);

  test('granted: the stage is due on the new date, the others stay', () => {
    const life = extended(aNonconformity(), '2026-03-30');
    expect(due(life)).toEqual({ plan: '2026-03-30', correction: '2026-04-08', remediation: '2026-04-28' });
    expect(life.finding()).toMatchObject({ extensionsGranted: 1 });
    expect(life.finding()).not.toHaveProperty('extension');
    expect(life.events.at(-1)).toMatchObject({
      data: { dueChanges: [{ stage: 'plan', from: '2026-03-23', to: '2026-03-30', why: 'Extended by 7 days.' }] },
    });
    expect(life.finding()).toMatchObject({ granted: { plan: '2026-03-30' } });
  });
  test('refused: everything stays, and it may be asked for again', () => {
    const life = aNonconformity()
      .must('requestExtension', cast.owner)
      .must('decideExtension', cast.leadAuditor, { granted: false, reason: 'Too long.' });
    expect(due(life)?.plan).toBe('2026-03-23');
    expect(life.finding()).toMatchObject({ extensionsGranted: 0 });
    expect(codes(life.give('requestExtension', cast.owner))).toEqual([]);
  });
  test('a submission on the day it was moved to is not late', () => {
    const life = extended(aNonconformity(), '2026-03-30').on('2026-03-30').must('submit', cast.owner);
    expect(life.finding()).toMatchObject({ submission: { late: false } });
  });
  test('two are granted and no third, each counted from the date before', () => {
    const life = extended(extended(aNonconformity(), '2026-04-22'), '2026-05-22');
    expect(codes(life.give('requestExtension', cast.owner, { newDueDate: '2026-05-30', reason }))).toEqual([
      'no-extensions-left',
    ]);
  });
  test('a policy of none allows none', () => {
    const policy = { ...defaultPolicy, extensions: { atMost: 0, daysEach: 30, movesLaterStages: false } };
    expect(codes(aNonconformity('major', { policy }).give('requestExtension', cast.owner))).toEqual([
      'no-extensions-left',
    ]);
  });
  test('a request that a new clock has overtaken is not granted, only refused', () => {
    // Asked for on the 10th until the 24th; a regrade on the 20th makes the plan due on 2026-04-03.
    const life = aNonconformity()
      .must('requestExtension', cast.owner, { newDueDate: '2026-03-24', reason })
      .on('2026-03-20')
      .must('regrade', cast.leadAuditor);
    const granted = life.give('decideExtension', cast.leadAuditor, { granted: true, reason: 'Yes.' });
    expect(granted).toMatchObject({ ok: false, refusals: [{ code: 'not-later', field: 'granted' }] });
    expect(codes(life.give('decideExtension', cast.leadAuditor, { granted: false, reason: 'No.' }))).toEqual([]);
  });
});

describe('a regrade', () => {
  test.each([
    ['major', 'minor', { plan: '2026-06-15', correction: '2026-07-01', remediation: '2027-02-22' }],
    ['minor', 'major', { plan: '2026-06-15', correction: '2026-07-01', remediation: '2026-07-31' }],
  ] as const)('from %s to %s starts a new clock that day', (from, to, then) => {
    const life = aNonconformity(from)
      .on('2026-06-01')
      .must('regrade', cast.leadAuditor, { grade: to, reason: 'One system only.' });
    expect(life.finding()).toMatchObject({ grade: to, status: 'awaiting', stage: 'plan', due: then });
    expect(life.finding().facts.id).toBe('2026-stage-2-nc-01');
    expect(life.events.at(-1)).toMatchObject({ type: 'regraded', data: { from, to, reason: 'One system only.' } });
  });
  test('leaves the dates of stages already passed', () => {
    const life = aNonconformity('minor')
      .reach('correction.in-review')
      .on('2026-06-01')
      .must('regrade', cast.leadAuditor, { grade: 'major', reason: 'Systematic.' });
    expect(due(life)).toEqual({ plan: '2026-03-23', correction: '2026-07-01', remediation: '2026-07-31' });
    expect(life.finding()).toMatchObject({ status: 'in-review', reviewDue: '2026-03-24' });
  });
  test('to a major of stage 2 stays within six months of its last day', () => {
    const life = aNonconformity('minor')
      .on('2026-08-01')
      .must('regrade', cast.leadAuditor, { grade: 'major', reason: 'Systematic.' });
    expect(due(life)).toEqual({ plan: '2026-08-15', correction: '2026-08-27', remediation: '2026-08-27' });
  });
  test('to the grade it has is refused', () => {
    expect(codes(aNonconformity('minor').give('regrade', cast.leadAuditor))).toEqual(['same-grade']);
  });
});

describe('an appeal', () => {
  const appealed = (on = '2026-03-12') => aNonconformity().on(on).must('appeal', cast.owner);
  const decide = (life: Life, outcome: 'upheld' | 'regraded' | 'withdrawn') =>
    life.must('decideAppeal', cast.decisionMaker, { outcome, reason: 'The test covered one system only.' });

  test('has fifteen days of its own', () => {
    expect(appealed().finding()).toMatchObject({
      status: 'awaiting',
      appeal: { by: cast.owner.person, on: '2026-03-12', decideBy: '2026-03-27' },
    });
  });
  test('upheld after ten days: running clocks stood still as long', () => {
    const life = decide(appealed().on('2026-03-22'), 'upheld');
    expect(due(life)).toEqual({ plan: '2026-04-02', correction: '2026-04-18', remediation: '2026-05-08' });
    expect(life.events.at(-1)).toMatchObject({ data: { pausedDays: 10, grade: 'major' } });
    expect(life.finding()).not.toHaveProperty('appeal');
  });
  test('clocks of stages already passed stay', () => {
    const life = decide(
      aNonconformity().reach('correction.awaiting').must('appeal', cast.owner).on('2026-03-15'),
      'upheld',
    );
    expect(due(life)).toEqual({ plan: '2026-03-23', correction: '2026-04-13', remediation: '2026-05-03' });
  });
  test('where the policy does not pause clocks they ran on', () => {
    const policy = { ...defaultPolicy, appeal: { decisionDays: 15, pausesClocks: false } };
    const life = aNonconformity('major', { policy }).reach('plan.in-review').must('appeal', cast.owner);
    decide(life.on('2026-03-20'), 'upheld');
    expect(life.finding()).toMatchObject({ due: { plan: '2026-03-23' }, reviewDue: '2026-03-24' });
    expect(life.events.at(-1)).toMatchObject({ data: { pausedDays: 0 } });
  });
  test('the review has as many working days left as before', () => {
    // In review since Tue 10, due Tue 24; appealed on Mon 16 with six working days left.
    const life = aNonconformity().reach('plan.in-review').on('2026-03-16').must('appeal', cast.owner);
    decide(life.on('2026-03-31'), 'upheld');
    expect(life.finding()).toMatchObject({ status: 'in-review', reviewDue: '2026-04-08' });
  });
  test('never moves a clock past the hard cap', () => {
    const audit = auditContextOf({ ...stage2, dates: { ...stage2.dates, certificateExpires: '2026-04-30' } });
    const life = aNonconformity('major', { audit }).on('2026-03-12').must('appeal', cast.owner);
    decide(life.on('2026-03-22'), 'upheld');
    expect(due(life)).toEqual({ plan: '2026-04-02', correction: '2026-04-18', remediation: '2026-04-30' });
  });
  test('regraded: a minor now, on a new clock', () => {
    const life = decide(appealed().on('2026-03-22'), 'regraded');
    expect(life.finding()).toMatchObject({
      grade: 'minor',
      status: 'awaiting',
      due: { plan: '2026-04-05', correction: '2026-04-21', remediation: '2027-02-22' },
    });
  });
  test('a minor cannot be regraded by an appeal', () => {
    const life = aNonconformity('minor').must('appeal', cast.owner);
    const answer = life.give('decideAppeal', cast.decisionMaker, { outcome: 'regraded', reason: 'Hm.' });
    expect(answer).toMatchObject({ ok: false, refusals: [{ code: 'same-grade', field: 'outcome' }] });
  });
  test('withdrawn: the finding is over', () => {
    const life = decide(appealed().on('2026-03-22'), 'withdrawn');
    expect(life.finding()).toMatchObject({ status: 'withdrawn', withdrawnOn: '2026-03-22' });
    expect(life.finding()).not.toHaveProperty('appeal');
  });
});

describe('a reopening', () => {
  test.each(['leadAuditor', 'ismsManager'] as const)('by %s: a new cycle at the plan, on new clocks', (who) => {
    const life = aNonconformity().reach('closed').on('2026-06-01').must('reopen', cast[who]);
    expect(life.finding()).toMatchObject({
      status: 'awaiting',
      stage: 'plan',
      cycle: 2,
      round: 1,
      due: { plan: '2026-06-15', correction: '2026-07-01', remediation: '2026-07-31' },
    });
    expect(life.finding()).toHaveProperty('rounds.length', 3);
    expect(life.finding()).not.toHaveProperty('closedOn');
  });
  test('closes again through all three stages', () => {
    const life = aNonconformity().reach('closed').must('reopen', cast.leadAuditor).reach('closed');
    expect(life.finding()).toMatchObject({ status: 'closed', cycle: 2 });
  });
});
