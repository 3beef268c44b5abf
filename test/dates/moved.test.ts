import { describe, expect, test } from 'vitest';
import { reviewDueOn } from '#domain/finding/clocks.ts';
import type { BuiltInName } from '#domain/policy/built-in/index.ts';
import { auditContextOf, stage2 } from '../builders/audit.ts';
import { aNonconformity, type Life } from '../builders/finding.ts';
import { cast } from '../builders/people.ts';
import { datesOf, policyOf } from './calendar.ts';

/** A finding of a surveillance audit with the usual dates, issued on Tue 10 March 2026. */
const begin = (name: BuiltInName, grade: 'major' | 'minor', change: Parameters<typeof datesOf>[0] = {}): Life => {
  const audit = auditContextOf({ ...stage2, kind: 'surveillance', dates: datesOf(change) });
  return aNonconformity(grade, { policy: policyOf(name, 'zurich'), audit });
};
const dueOf = (life: Life): string => {
  const finding = life.finding();
  return 'due' in finding ? Object.values(finding.due).join(' ') : '';
};
const extend = (life: Life, newDueDate: string) =>
  life.must('requestExtension', cast.owner, { newDueDate, reason: 'Leave.' }).must('decideExtension', cast.leadAuditor);
const appeal = (life: Life, from: string, until: string, outcome: 'upheld' | 'regraded' = 'upheld') =>
  life
    .on(from)
    .must('appeal', cast.owner)
    .on(until)
    .must('decideAppeal', cast.decisionMaker, { outcome, reason: 'Well.' });
const regrade = (life: Life, on: string, grade: 'major' | 'minor') =>
  life.on(on).must('regrade', cast.leadAuditor, { grade, reason: 'Well.' });

/** How it was counted, what happens, then the due dates of plan, correction and remediation. */
test.each<readonly [string, () => Life, string]>([
  [
    'extended by 10 days: the other stages stay',
    () => extend(begin('default', 'major'), '2026-04-02'),
    '2026-04-02 2026-04-08 2026-04-28',
  ],
  [
    'extended past the correction, which stays',
    () => extend(begin('default', 'major'), '2026-04-22'),
    '2026-04-22 2026-04-08 2026-04-28',
  ],
  [
    'extended to a Sunday: what was granted is not moved',
    () => extend(begin('internal-audit', 'major'), '2026-03-29'),
    '2026-03-29 2026-04-16 2026-06-13',
  ],
  [
    'ninety days and 15: all three move from 28 May',
    () => extend(begin('ninety-day', 'major'), '2026-06-12'),
    '2026-06-12 2026-06-12 2026-06-12',
  ],
  [
    'ninety days and 15: not what is bound to the next audit',
    () => extend(begin('ninety-day', 'minor'), '2026-06-12'),
    '2026-06-12 2027-02-22 2027-02-22',
  ],
  [
    'extended twice by 30 days: 23 March, 22 April, 22 May',
    () => extend(extend(begin('default', 'minor'), '2026-04-22'), '2026-05-22'),
    '2026-05-22 2026-04-08 2027-02-22',
  ],
  [
    'stood still for 10 days',
    () => appeal(begin('default', 'major'), '2026-03-12', '2026-03-22'),
    '2026-04-02 2026-04-18 2026-05-08',
  ],
  [
    'stood still over a leap of months: 23 March + 40',
    () => appeal(begin('default', 'major'), '2026-03-20', '2026-04-29'),
    '2026-05-02 2026-05-18 2026-06-07',
  ],
  [
    'overdue by 2 days before and after: 23 March + 7',
    () => appeal(begin('default', 'major'), '2026-03-25', '2026-04-01'),
    '2026-03-30 2026-04-15 2026-05-05',
  ],
  [
    'bound to the next audit: that stays',
    () => appeal(begin('default', 'minor'), '2026-03-12', '2026-03-22'),
    '2026-04-02 2026-04-18 2027-02-22',
  ],
  [
    // Plan Mon 23 March, correction Fri 10 April, remediation Tue 5 May: 5, 17 and 33 working days after Mon 16 March.
    // From Tue 31 March: 2 to Thu 2 April, Tue 7 is the 3rd, 15 on Thu 23, 17 on Mon 27 April; 20 on Thu 30 April, Fri
    // 1 May closed, Mon 4 is the 21st, 28 on Wed 13 May, Thu 14 closed, Fri 15 is the 29th, 33 on Thu 21 May.
    'as many working days left as before, over Easter',
    () => appeal(begin('working-days', 'major'), '2026-03-16', '2026-03-31'),
    '2026-04-09 2026-04-27 2026-05-21',
  ],
  [
    'regraded by the appeal on 22 March: a new clock',
    () => appeal(begin('default', 'major'), '2026-03-12', '2026-03-22', 'regraded'),
    '2026-04-05 2026-04-21 2027-02-22',
  ],
  [
    'to major on Mon 1 June: 14, 30 and 60 days',
    () => regrade(begin('default', 'minor'), '2026-06-01', 'major'),
    '2026-06-15 2026-07-01 2026-07-31',
  ],
  [
    'to minor on a leap day: 14 and 30 days, the audit of 2027 over',
    () => regrade(begin('default', 'major'), '2028-02-29', 'minor'),
    '2028-03-14 2028-03-30 2029-02-28',
  ],
  [
    'to major on a leap day: 31 for March and 29',
    () => regrade(begin('default', 'minor'), '2028-02-29', 'major'),
    '2028-03-14 2028-03-30 2028-04-29',
  ],
  [
    // Ten: two weeks to Mon 15 June; 22: four weeks to Mon 29 June are 20, and two; 44: eight weeks to Mon 27 July, and four.
    'to major on Mon 1 June, in working days',
    () => regrade(begin('working-days', 'minor'), '2026-06-01', 'major'),
    '2026-06-15 2026-07-01 2026-07-31',
  ],
  [
    'to major on Fri 1 May under ninety days: 30 to 31 May, 30 for June, 30 left',
    () => regrade(begin('ninety-day', 'minor'), '2026-05-01', 'major'),
    '2026-07-30 2026-07-30 2026-07-30',
  ],
  [
    'extended, then regraded: the new clock counts alone',
    () => regrade(extend(begin('default', 'minor'), '2026-04-22'), '2026-03-31', 'major'),
    '2026-04-14 2026-04-30 2026-05-30',
  ],
  [
    'reopened on 31 Jan 2027: 14 Feb; 28 Feb is 28 and 2; 31 March is 59 and 1',
    () => begin('default', 'major').reach('closed').on('2027-01-31').must('reopen', cast.leadAuditor),
    '2027-02-14 2027-03-02 2027-04-01',
  ],
  [
    'the next audit moves by three weeks',
    () => begin('default', 'minor').revise({ nextAudit: '2027-03-15' }).must('followAudit', cast.system),
    '2026-03-23 2026-04-08 2027-03-15',
  ],
  [
    'the next audit moves beyond the certificate',
    () =>
      begin('default', 'minor', { certificateExpires: '2027-03-01' })
        .revise({ nextAudit: '2027-03-15' })
        .must('followAudit', cast.system),
    '2026-03-23 2026-04-08 2027-03-01',
  ],
  [
    'stood still for 10 days, and not past the certificate',
    () => appeal(begin('default', 'major', { certificateExpires: '2026-04-20' }), '2026-03-12', '2026-03-22'),
    '2026-04-02 2026-04-18 2026-04-20',
  ],
  [
    'regraded when the certificate has expired: due at once, and overdue',
    () => regrade(begin('default', 'minor', { certificateExpires: '2026-05-31' }), '2026-06-01', 'major'),
    '2026-05-31 2026-05-31 2026-05-31',
  ],
])('%s', (_why, life, due) => {
  expect(dueOf(life())).toBe(due);
});

describe('the review of the certification body', () => {
  test.each([
    ['default', '2026-03-10', '2026-03-24', 'from a Tuesday two weeks'],
    ['default', '2026-03-14', '2026-03-27', 'from a Saturday: Mon 16 is the first'],
    ['working-days', '2026-03-27', '2026-04-14', '4 to Thu 2 April, Tue 7 is the fifth'],
    ['ninety-day', '2026-05-08', '2026-05-26', '3 to Wed 13, Thu 14 closed, 9 on Fri 22, Mon 25 closed'],
    ['default', '2026-12-18', '2027-01-05', '4 to Thu 24, 8 to Thu 31 Dec, Mon 4 Jan is the ninth'],
    ['internal-audit', '2026-03-20', '2026-04-07', '14 days to Good Friday, moved over Easter Monday'],
    ['internal-audit', '2026-03-09', '2026-03-23', '9 + 14 March'],
  ] as const)('%s, reached on %s: due on %s, %s', (name, day, due, _why) => {
    expect(reviewDueOn(day, policyOf(name, 'zurich'))).toBe(due);
  });
});
