import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../policy/default.ts';
import type { Policy } from '../policy/policy.ts';
import {
  type AnchorDates,
  dueDates,
  dueDatesFrom,
  hardCap,
  replaceFrom,
  reviewDueAfterPause,
  reviewDueOn,
  shiftFrom,
} from './clocks.ts';

const anchors = (change: Partial<AnchorDates> = {}): AnchorDates => ({
  reportReceived: '2026-03-09',
  closeOfAudit: '2026-02-27',
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

describe('the hard cap', () => {
  test.each([
    ['six months from the last day of stage 2', 'major', anchors({ stage2LastDay: '2026-02-27' }), '2026-08-27'],
    ['month ends are kept', 'major', anchors({ stage2LastDay: '2027-08-31' }), '2028-02-29'],
    ['not for a minor', 'minor', anchors({ stage2LastDay: '2026-02-27' }), undefined],
    ['the certificate', 'minor', anchors({ certificateExpires: '2026-04-01' }), '2026-04-01'],
    [
      'the certificate, when it is earlier',
      'major',
      anchors({ stage2LastDay: '2026-02-27', certificateExpires: '2026-05-01' }),
      '2026-05-01',
    ],
    [
      'the six months, when they are earlier',
      'major',
      anchors({ stage2LastDay: '2026-02-27', certificateExpires: '2029-01-01' }),
      '2026-08-27',
    ],
    ['none', 'major', anchors(), undefined],
  ] as const)('%s', (_what, grade, dates, cap) => {
    expect(hardCap(grade, dates)).toBe(cap);
  });

  test('nothing is due after it', () => {
    expect(dueDates(defaultPolicy, 'minor', anchors({ certificateExpires: '2026-04-01' }))).toEqual({
      plan: '2026-03-23',
      correction: '2026-04-01',
      remediation: '2026-04-01',
    });
  });
});

describe('a new clock from a day', () => {
  test('replaces both anchors', () => {
    expect(dueDatesFrom('2026-06-01', defaultPolicy, 'major', anchors())).toEqual({
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
    expect(dueDatesFrom(day, defaultPolicy, 'minor', anchors()).remediation).toBe(remediation);
  });
  test('the cap holds', () => {
    const dates = anchors({ stage2LastDay: '2026-02-27' });
    expect(dueDatesFrom('2026-08-20', defaultPolicy, 'major', dates)).toEqual({
      plan: '2026-08-27',
      correction: '2026-08-27',
      remediation: '2026-08-27',
    });
  });
});

describe('moving clocks', () => {
  const due = { plan: '2026-03-23', correction: '2026-04-08', remediation: '2026-04-28' };
  test.each([
    ['plan', { plan: '2026-03-28', correction: '2026-04-13', remediation: '2026-05-03' }],
    ['correction', { plan: '2026-03-23', correction: '2026-04-13', remediation: '2026-05-03' }],
    ['remediation', { plan: '2026-03-23', correction: '2026-04-08', remediation: '2026-05-03' }],
  ] as const)('from %s on by five days', (stage, then) => {
    expect(shiftFrom(stage, due, 5)).toEqual(then);
  });
  test('never past the cap', () => {
    expect(shiftFrom('correction', due, 5, '2026-05-01')).toEqual({
      plan: '2026-03-23',
      correction: '2026-04-13',
      remediation: '2026-05-01',
    });
  });
  test('stages already passed keep their dates', () => {
    const after = { plan: '2026-06-01', correction: '2026-06-02', remediation: '2026-06-03' };
    expect(replaceFrom('plan', due, after)).toEqual(after);
    expect(replaceFrom('remediation', due, after)).toEqual({ ...due, remediation: '2026-06-03' });
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

  test.each([
    // In review since Tue 10, due Tue 24.
    ['decided on the same day: nothing moves', '2026-03-24', '2026-03-16', '2026-03-16', '2026-03-24'],
    ['six working days are left', '2026-03-24', '2026-03-16', '2026-03-31', '2026-04-08'],
    ['appealed on its last day', '2026-03-24', '2026-03-24', '2026-04-02', '2026-04-02'],
    ['overdue by four days, and still so', '2026-03-24', '2026-03-28', '2026-04-07', '2026-04-03'],
    ['it reached the body while the clock stood still', '2026-03-31', '2026-03-10', '2026-03-20', '2026-04-03'],
  ])('after a pause: %s', (_what, due, from, until, then) => {
    expect(reviewDueAfterPause(due, from, until, defaultPolicy)).toBe(then);
  });
});
