import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../policy/built-in/default.ts';
import { workingDaysPolicy } from '../policy/built-in/working-days.ts';
import type { Policy } from '../policy/policy.ts';
import type { AnchorDates, NonconformityGrade } from './anchor-dates.ts';
import { dueDates, explainedDueDates, replaceFrom, resumedFrom, reviewDueAfterPause, reviewDueOn } from './clocks.ts';

const anchors = (change: Partial<AnchorDates> = {}): AnchorDates => ({
  reportReceived: '2026-03-09',
  reportIssued: '2026-03-06',
  closeOfAudit: '2026-02-27',
  lastDay: '2026-02-27',
  nextAudit: '2027-02-22',
  ...change,
});

describe('the default policy', () => {
  test.each([
    ['major', anchors(), '2026-03-23', '2026-04-08', '2026-04-28'],
    ['minor', anchors(), '2026-03-23', '2026-04-08', '2027-02-22'],
    ['minor', anchors({ nextAudit: undefined }), '2026-03-23', '2026-04-08', '2027-02-27'],
    // Over a leap day.
    [
      'major',
      anchors({ reportReceived: '2028-02-15', closeOfAudit: '2028-02-10' }),
      '2028-02-29',
      '2028-03-16',
      '2028-04-10',
    ],
    ['minor', anchors({ closeOfAudit: '2028-02-29', nextAudit: undefined }), '2026-03-23', '2026-04-08', '2029-02-28'],
    // Over the days on which clocks change.
    [
      'major',
      anchors({ reportReceived: '2026-03-20', closeOfAudit: '2026-03-20' }),
      '2026-04-03',
      '2026-04-19',
      '2026-05-19',
    ],
    [
      'major',
      anchors({ reportReceived: '2026-10-20', closeOfAudit: '2026-10-20' }),
      '2026-11-03',
      '2026-11-19',
      '2026-12-19',
    ],
    // From the last day of a month.
    [
      'major',
      anchors({ reportReceived: '2026-01-31', closeOfAudit: '2026-01-31' }),
      '2026-02-14',
      '2026-03-02',
      '2026-04-01',
    ],
  ] as const)('%s %o', (grade, dates, plan, correction, remediation) => {
    expect(dueDates(defaultPolicy, grade, dates)).toEqual({ plan, correction, remediation });
  });
});

test('nothing is due after the hard cap', () => {
  expect(dueDates(defaultPolicy, 'minor', anchors({ certificateExpires: '2026-04-01' }))).toEqual({
    plan: '2026-03-23',
    correction: '2026-04-01',
    remediation: '2026-04-01',
  });
});

describe('a new clock from a day', () => {
  const from = (day: string, grade: NonconformityGrade, dates = anchors()) => {
    const { plan, correction, remediation } = explainedDueDates(defaultPolicy, grade, dates, {
      on: day,
      by: 'regrade',
    });
    return { plan: plan.on, correction: correction.on, remediation: remediation.on };
  };
  test('replaces both anchors', () => {
    expect(from('2026-06-01', 'major')).toEqual({
      plan: '2026-06-15',
      correction: '2026-07-01',
      remediation: '2026-07-31',
    });
  });
  test.each([
    ['the next audit still lies ahead', '2027-02-21', '2027-02-22'],
    ['it begins that day', '2027-02-22', '2028-02-22'],
    ['it is over', '2027-03-01', '2028-03-01'],
  ])('for a minor: %s', (_what, day, remediation) => {
    expect(from(day, 'minor').remediation).toBe(remediation);
  });
  test('the cap holds', () => {
    expect(from('2026-08-20', 'major', anchors({ stage2LastDay: '2026-02-27' }))).toEqual({
      plan: '2026-08-27',
      correction: '2026-08-27',
      remediation: '2026-08-27',
    });
  });
});

test('stages already passed keep their dates', () => {
  const due = { plan: '2026-03-23', correction: '2026-04-08', remediation: '2026-04-28' };
  const after = { plan: '2026-06-01', correction: '2026-06-02', remediation: '2026-06-03' };
  expect(replaceFrom('plan', due, after)).toEqual(after);
  expect(replaceFrom('remediation', due, after)).toEqual({ ...due, remediation: '2026-06-03' });
});

describe('clocks that stood still for five days', () => {
  const due = { plan: '2026-03-23', correction: '2026-04-08', remediation: '2026-04-28' };
  const pause = { from: '2026-03-12', until: '2026-03-17' };
  test.each([
    ['plan', { plan: '2026-03-28', correction: '2026-04-13', remediation: '2026-05-03' }],
    ['correction', { plan: '2026-03-23', correction: '2026-04-13', remediation: '2026-05-03' }],
    ['remediation', { plan: '2026-03-23', correction: '2026-04-08', remediation: '2026-05-03' }],
  ] as const)('from %s on', (stage, then) => {
    expect(resumedFrom(stage, due, pause, defaultPolicy, 'major', undefined)).toEqual(then);
  });
  test('never move past the cap', () => {
    expect(resumedFrom('correction', due, pause, defaultPolicy, 'major', '2026-05-01')).toEqual({
      plan: '2026-03-23',
      correction: '2026-04-13',
      remediation: '2026-05-01',
    });
  });
  test('do not move a stage that is bound to the next audit', () => {
    expect(resumedFrom('plan', due, pause, defaultPolicy, 'minor', undefined)).toEqual({
      plan: '2026-03-28',
      correction: '2026-04-13',
      remediation: '2026-04-28',
    });
  });
  test('have as many working days left as before, where they count these', () => {
    // Due Mon 23 with seven working days left on Thu 12; seven after Tue 17 is Thu 26.
    expect(resumedFrom('plan', due, pause, workingDaysPolicy, 'major', undefined).plan).toBe('2026-03-26');
  });
  test('move on to a working day, where the policy says so', () => {
    const policy: Policy = { ...defaultPolicy, moveToWorkingDay: true };
    // 28 March is a Saturday, 3 May a Sunday.
    expect(resumedFrom('plan', due, pause, policy, 'major', undefined)).toEqual({
      plan: '2026-03-30',
      correction: '2026-04-13',
      remediation: '2026-05-04',
    });
  });
  test('that stood still for no day are as they were', () => {
    const none = { from: '2026-03-12', until: '2026-03-12' };
    const policy: Policy = { ...workingDaysPolicy, closedOn: ['2026-03-23'] };
    expect(resumedFrom('plan', due, none, policy, 'major', undefined)).toEqual(due);
  });
});

describe('the review of the certification body', () => {
  const closed: Policy = { ...defaultPolicy, closedOn: ['2026-04-03', '2026-04-06'] };
  test.each([
    ['two weekends', '2026-03-10', defaultPolicy, '2026-03-24'],
    ['handed in on a Saturday', '2026-03-14', defaultPolicy, '2026-03-27'],
    ['over Easter, without closed days', '2026-03-27', defaultPolicy, '2026-04-10'],
    ['over Easter, closed', '2026-03-27', closed, '2026-04-14'],
  ])('%s', (_what, day, policy, due) => {
    expect(reviewDueOn(day, policy)).toBe(due);
  });

  test('in calendar days', () => {
    const policy: Policy = { ...defaultPolicy, review: { days: 14 } };
    expect(reviewDueOn('2026-03-14', policy)).toBe('2026-03-28');
    expect(reviewDueOn('2026-03-14', { ...policy, moveToWorkingDay: true })).toBe('2026-03-30');
  });
  test.each([
    ['not past the hard cap', '2026-03-10', '2026-03-20', '2026-03-20'],
    ['on the day of the cap', '2026-03-10', '2026-03-10', '2026-03-10'],
    ['not before the submission came, where the cap has passed', '2026-03-10', '2026-03-09', '2026-03-10'],
  ])('%s', (_what, day, cap, due) => {
    expect(reviewDueOn(day, defaultPolicy, cap)).toBe(due);
  });

  test.each([
    // In review since Tue 10, due Tue 24.
    ['decided on the same day: nothing moves', '2026-03-24', '2026-03-16', '2026-03-16', '2026-03-24'],
    ['six working days are left', '2026-03-24', '2026-03-16', '2026-03-31', '2026-04-08'],
    ['appealed on its last day', '2026-03-24', '2026-03-24', '2026-04-02', '2026-04-02'],
    ['overdue by four days, and still so', '2026-03-24', '2026-03-28', '2026-04-07', '2026-04-03'],
    ['it reached the body while the clock stood still', '2026-03-31', '2026-03-10', '2026-03-20', '2026-04-03'],
  ])('after a pause: %s', (_what, due, from, until, then) => {
    expect(reviewDueAfterPause(due, { from, until }, defaultPolicy)).toBe(then);
  });
  test('after a pause: not past the hard cap', () => {
    const pause = { from: '2026-03-16', until: '2026-03-31' };
    expect(reviewDueAfterPause('2026-03-24', pause, defaultPolicy, '2026-04-02')).toBe('2026-04-02');
  });
});
