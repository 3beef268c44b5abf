import { describe, expect, test } from 'vitest';
import { dueDates } from '#domain/finding/clocks.ts';
import type { Stage } from '#domain/finding/stage.ts';
import type { BuiltInName } from '#domain/policy/built-in/index.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { anchorsWith, type datesOf, policyOf, zurich } from './calendar.ts';

type Dates = Parameters<typeof datesOf>[0];
/** Grade and stage, dates of the audit other than the usual, the due date, how it was counted; changes of the policy. */
type Case = readonly [`${'major' | 'minor'} ${Stage}`, Dates, string, string, ('zurich' | Partial<Policy>)?];

const unscheduled = { nextAudit: undefined };
const moving = { ...zurich, moveToWorkingDay: true };

const tables: Readonly<Record<BuiltInName, readonly Case[]>> = {
  default: [
    ['major plan', {}, '2026-03-23', '9 + 14 March'],
    ['major correction', {}, '2026-04-08', '9 March + 30: 22 to 31 March, 8 left'],
    ['major remediation', {}, '2026-04-28', '27 Feb + 60: 1 to 28 Feb, 31 for March, 28 left'],
    ['minor plan', {}, '2026-03-23', 'as for a major'],
    ['minor remediation', {}, '2027-02-22', 'the next audit'],
    ['minor remediation', unscheduled, '2027-02-27', 'none scheduled: 12 months from the closing meeting'],
    ['minor remediation', { nextAudit: '2027-02-20' }, '2027-02-20', 'the next audit, though a Saturday'],
    [
      'major remediation',
      { closingMeeting: '2026-03-02' },
      '2026-05-01',
      '2 March + 60: 29 to 31 March, 30 for April, 1 left',
    ],
    [
      'major remediation',
      { closingMeeting: undefined, lastDay: '2026-02-26' },
      '2026-04-27',
      'no closing meeting, so from the last day: 2 to 28 Feb, 31 for March, 27 left',
    ],
    ['major plan', { reportReceived: '2026-01-31' }, '2026-02-14', 'from a month end: 31 Jan + 14'],
    ['major correction', { reportReceived: '2026-01-31' }, '2026-03-02', 'from a month end: 28 for February, 2 left'],
    ['major plan', { reportReceived: '2028-02-15' }, '2028-02-29', '15 + 14 in a leap year'],
    ['major plan', { reportReceived: '2027-02-15' }, '2027-03-01', '13 to 28 Feb, 1 left: no leap year'],
    ['major correction', { reportReceived: '2028-02-15' }, '2028-03-16', '14 to 29 Feb, 16 left'],
    ['major plan', { reportReceived: '2028-02-29' }, '2028-03-14', 'from 29 Feb + 14'],
    [
      'minor remediation',
      { ...unscheduled, closingMeeting: '2028-02-29' },
      '2029-02-28',
      '12 months from 29 Feb: 2029 has none',
    ],
    ['major remediation', { closingMeeting: '2026-11-20' }, '2027-01-19', '10 to 30 Nov, 31 for December, 19 left'],
    ['major plan', { reportReceived: '2026-03-20' }, '2026-04-03', 'over the change of clocks; Good Friday, and stays'],
    [
      'major plan',
      { reportReceived: '2026-03-20' },
      '2026-04-07',
      'Good Friday moves over Sat, Sun, Easter Monday to Tue',
      moving,
    ],
    [
      'major correction',
      { reportReceived: '2026-10-20' },
      '2026-11-19',
      'over the change of clocks: 11 to 31 Oct, 19 left',
    ],
    [
      'major plan',
      { reportReceived: '2026-12-12' },
      '2026-12-26',
      '12 + 14 December, a Saturday and St Stephen, and stays',
    ],
    ['major plan', { reportReceived: '2026-12-12' }, '2026-12-28', 'Sat 26 Dec moves over Sunday to Mon', moving],
    [
      'major plan',
      { reportReceived: '2028-12-12' },
      '2028-12-27',
      'Tue 26 Dec 2028 is closed and moves to Wed',
      moving,
    ],
    ['major plan', { reportReceived: '2026-12-11' }, '2026-12-28', 'Fri 25 Dec moves over Sat and Sun to Mon', moving],
    ['major plan', { reportReceived: '2026-12-10' }, '2026-12-24', 'Thu 24 Dec is a working day and stays', moving],
  ],
  'ninety-day': [
    ['major plan', {}, '2026-05-28', '27 Feb + 90: 1 to 28 Feb, 31, 30 for April, 28 left'],
    ['major correction', {}, '2026-05-28', 'all three on one day'],
    ['major remediation', {}, '2026-05-28', 'all three on one day'],
    ['major remediation', { closingMeeting: '2026-03-02' }, '2026-05-28', 'the closing meeting counts for nothing'],
    ['minor plan', {}, '2026-05-28', 'as for a major'],
    ['minor correction', {}, '2027-02-22', 'verified at the next visit'],
    ['minor remediation', {}, '2027-02-22', 'verified at the next visit'],
    ['minor correction', unscheduled, '2027-02-27', 'none scheduled: 12 months from the last day'],
    ['major plan', { lastDay: '2028-01-31' }, '2028-04-30', '29 for February, 31, 30: to the very end of April'],
    ['major plan', { lastDay: '2027-01-31' }, '2027-05-01', '28 for February, 31, 30: 89 on 30 April'],
    ['major plan', { lastDay: '2026-11-27' }, '2027-02-25', '3 to 30 Nov, 31, 31 for January, 25 left'],
    ['major plan', { lastDay: '2026-09-27' }, '2026-12-26', '3 to 30 Sep, 31, 30 for November, 26 left'],
  ],
  'working-days': [
    ['major plan', {}, '2026-03-23', 'Mon 9 March and two weeks'],
    ['major correction', {}, '2026-04-08', 'four weeks to Mon 6 April are 20, and two'],
    ['major remediation', {}, '2026-04-30', 'Fri 27 Feb and eight weeks to Fri 24 April are 40, and four from Mon 27'],
    ['minor plan', {}, '2026-04-07', 'four weeks to Mon 6 April are 20, and one'],
    ['minor correction', {}, '2026-04-20', 'Mon 9 March and six weeks'],
    [
      'minor remediation',
      { nextAudit: '2027-02-20' },
      '2027-02-20',
      'the next audit, though a Saturday: it does not move',
    ],
    ['minor remediation', unscheduled, '2027-03-01', '12 months to Sat 27 Feb 2027, and on to Monday'],
    ['major plan', { reportReceived: '2026-03-13' }, '2026-03-27', 'from a Friday: Mon 16 is the first'],
    ['major plan', { reportReceived: '2026-03-14' }, '2026-03-27', 'from a Saturday: Mon 16 is the first'],
    ['major plan', { reportReceived: '2026-03-15' }, '2026-03-27', 'from a Sunday: Mon 16 is the first'],
    ['major plan', { reportReceived: '2026-04-02' }, '2026-04-16', 'Thu 2 April and two weeks: no holidays'],
    [
      'major plan',
      { reportReceived: '2026-04-02' },
      '2026-04-20',
      'Fri 3 and Mon 6 April closed: Tue 7 is the first',
      'zurich',
    ],
    [
      'major plan',
      { reportReceived: '2026-03-30' },
      '2026-04-15',
      '3 to Thu 2 April, then Tue 7 is the fourth',
      'zurich',
    ],
    ['major correction', {}, '2026-04-10', '18 to Thu 2 April, Tue 7 is the 19th', 'zurich'],
    ['major remediation', {}, '2026-05-05', '42 to Thu 30 April; Fri 1 May closed; Mon and Tue', 'zurich'],
    ['minor plan', {}, '2026-04-09', '18 to Thu 2 April, Tue 7 is the 19th', 'zurich'],
    [
      'major plan',
      { reportReceived: '2026-05-08' },
      '2026-05-26',
      '3 to Wed 13, Thu 14 closed, 4 on Fri 15, 9 on Fri 22, Mon 25 closed',
      'zurich',
    ],
    [
      'major plan',
      { reportReceived: '2026-12-18' },
      '2027-01-05',
      '4 to Thu 24, 8 to Thu 31 Dec; Fri 25 and Fri 1 Jan closed',
      'zurich',
    ],
    [
      'major plan',
      { reportReceived: '2026-12-18' },
      '2027-01-12',
      'closed also on 24 and 28-31 Dec: 3 to Wed 23, Mon 4 Jan is the fourth',
      { closedOn: [...zurich.closedOn, '2026-12-24', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'] },
    ],
    [
      'major plan',
      { reportReceived: '2026-12-26' },
      '2027-01-11',
      'from a closed day: 4 to Thu 31, 1 Jan closed, Mon 4 is the fifth',
      'zurich',
    ],
    ['major plan', { reportReceived: '2028-02-15' }, '2028-02-29', 'Tue 15 Feb 2028 and two weeks'],
    [
      'major plan',
      {},
      '2026-03-23',
      'weekend on Fri and Sat: 3 to Thu 12, Sun 15 is the 4th, 8 on Thu 19, Sun 22, Mon 23',
      { weekend: ['friday', 'saturday'] },
    ],
    ['major plan', {}, '2026-03-20', 'weekend on Sunday alone: 5 to Sat 14, 10 on Fri 20', { weekend: ['sunday'] }],
  ],
  'internal-audit': [
    ['major plan', {}, '2026-03-20', 'Fri 6 March + 14'],
    ['major correction', {}, '2026-04-06', '25 to 31 March, Sun 5 April moves to Monday'],
    ['major correction', {}, '2026-04-07', 'Sun 5 April moves over Easter Monday', 'zurich'],
    ['major remediation', {}, '2026-06-04', '25 to 31 March, 30, 31 for May, 4 left: a Thursday'],
    ['minor plan', {}, '2026-04-06', 'as the correction of a major'],
    ['minor correction', {}, '2026-05-05', '25 to 31 March, 30 for April, 5 left: a Tuesday'],
    ['minor remediation', {}, '2026-09-02', '25, 30, 31, 30, 31, 31 to the end of August are 178, 2 left: a Wednesday'],
    ['minor remediation', { nextAudit: '2026-06-01' }, '2026-09-02', 'not bound to the next audit'],
    ['major plan', { reportIssued: undefined }, '2026-03-23', 'issued on no day known, so from Mon 9 March'],
    [
      'major plan',
      { reportIssued: '2026-12-12', reportReceived: '2026-12-14' },
      '2026-12-28',
      'Sat 26 Dec moves to Monday',
      'zurich',
    ],
  ],
};

describe.each(Object.entries(tables) as [BuiltInName, readonly Case[]][])('%s', (name, cases) => {
  test.for(cases)('%s %o is due on %s: %s', ([what, dates, due, _why, change]) => {
    const [grade, stage] = what.split(' ') as ['major' | 'minor', Stage];
    const anchors = anchorsWith(dates, 'surveillance');
    expect(dueDates(policyOf(name, change), grade, anchors)[stage]).toBe(due);
  });
});
