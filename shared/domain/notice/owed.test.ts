import { describe, expect, test } from 'vitest';
import { auditContextOf, stage2 } from '../../../test/builders/audit.ts';
import { aNonconformity, type Life } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { noticeKeyOf } from './deadline-notice.ts';
import { isCurrent, nextNoticeOn, noticesOf, owedFrom } from './owed.ts';

const zurich = { timeZone: 'Europe/Zurich', morningHour: 8 };

test.each([
  ['before the morning: that day', '2026-03-16T06:59:59.999Z', '2026-03-16'],
  ['in the morning: the next', '2026-03-16T07:00:00.000Z', '2026-03-17'],
  ['late in the evening', '2026-03-16T22:59:00.000Z', '2026-03-17'],
  ['after midnight there', '2026-03-16T23:00:00.000Z', '2026-03-17'],
  ['on the day the clocks go forward', '2026-03-29T05:59:00.000Z', '2026-03-29'],
  ['once they have', '2026-03-29T06:00:00.000Z', '2026-03-30'],
])('what begins %s', (_when, began, date) => {
  expect(owedFrom(began, zurich)).toBe(date);
});

// Issued on 2026-03-10: plan due on 2026-03-23, hard cap on 2026-08-27.
const plan = aNonconformity();
const all = { clock: '2026-03-01', cap: '2026-03-01' };
const keys = (life: Life, from: string, until: string, owed = all) =>
  noticesOf(life.finding(), owed, from, until).map(noticeKeyOf);

describe('what is to be said', () => {
  test('of the clock on the days asked for, both included', () => {
    expect(keys(plan, '2026-03-16', '2026-03-22')).toEqual(
      [-7, -3, -1].map((offset) => `due#plan#1#1#owner#2026-03-23#${offset}`),
    );
    expect(keys(plan, '2026-03-17', '2026-03-19')).toEqual([]);
  });

  test('of a clock not before notices of it are owed', () => {
    const owed = { ...all, clock: '2026-03-17' };
    expect(keys(plan, '2026-03-01', '2026-03-20', owed)).toEqual(['due#plan#1#1#owner#2026-03-23#-3']);
  });

  test('of the hard cap 30 days before it, and the day after it', () => {
    const handedIn = aNonconformity().reach('plan.validating');
    expect(keys(handedIn, '2026-03-01', '2026-07-27')).toEqual([]);
    expect(keys(handedIn, '2026-03-01', '2026-07-28')).toEqual(['cap#six-months#2026-08-27#near']);
    expect(keys(handedIn, '2026-07-29', '2026-08-27')).toEqual([]);
    expect(keys(handedIn, '2026-07-29', '2026-08-28')).toEqual(['cap#six-months#2026-08-27#passed']);
  });

  test('of a hard cap that was near or had passed when it began, on its first day', () => {
    const life = aNonconformity().reach('plan.validating');
    const near = { ...all, cap: '2026-08-10' };
    expect(keys(life, '2026-08-10', '2026-08-10', near)).toEqual(['cap#six-months#2026-08-27#near']);
    expect(keys(life, '2026-08-11', '2026-08-28', near)).toEqual(['cap#six-months#2026-08-27#passed']);
    const last = { ...all, cap: '2026-08-27' };
    expect(keys(life, '2026-08-27', '2026-08-27', last)).toEqual(['cap#six-months#2026-08-27#near']);
    const passed = { ...all, cap: '2026-10-01' };
    expect(keys(life, '2026-09-30', '2026-10-02', passed)).toEqual(['cap#six-months#2026-08-27#passed']);
  });

  test('under a name of its own for each clock', () => {
    const review = aNonconformity().reach('plan.in-review');
    expect(keys(review, '2026-03-24', '2026-03-24')).toEqual(['due#plan#1#1#reviewer#2026-03-24#0']);
    const again = review.must('return', cast.leadAuditor);
    expect(keys(again, '2026-03-23', '2026-03-23')).toEqual(['due#plan#1#2#owner#2026-03-23#0']);
    const appealed = aNonconformity().must('appeal', cast.owner);
    expect(keys(appealed, '2026-03-25', '2026-03-25')).toEqual(['due#plan#1#1#appeal#2026-03-25#0']);
  });

  test('nothing once it is closed', () => {
    expect(keys(aNonconformity().reach('closed'), '2026-01-01', '2030-01-01')).toEqual([]);
  });
});

describe('the next day on which there is something to say', () => {
  const next = (life: Life, clock: string, cap: string | undefined, owed = all) =>
    nextNoticeOn(life.finding(), owed, { clock, cap });
  const certified = (expires: string): Life =>
    aNonconformity('minor', {
      audit: auditContextOf({ ...stage2, dates: { ...stage2.dates, certificateExpires: expires } }),
    });

  test('is the earlier one of the clock and of the hard cap', () => {
    expect(next(plan, '2026-03-10', '2026-03-10')).toBe('2026-03-16');
    expect(next(plan, '2026-07-26', '2026-03-10')).toBe('2026-07-27');
    expect(next(plan, '2026-07-28', '2026-03-10')).toBe('2026-07-28');
    expect(next(certified('2026-04-13'), '2026-03-10', '2026-03-10')).toBe('2026-03-14');
  });
  test('is not before notices of the clock are owed', () => {
    expect(next(plan, '2026-03-10', '2026-03-10', { ...all, clock: '2026-03-18' })).toBe('2026-03-20');
  });
  test('is of the hard cap alone while nobody has to act, and none once all of that is told', () => {
    const handedIn = aNonconformity().reach('plan.validating');
    expect(next(handedIn, '2026-03-10', '2026-03-10')).toBe('2026-07-28');
    expect(next(handedIn, '2026-07-29', '2026-07-29')).toBe('2026-08-28');
    expect(next(handedIn, '2026-08-29', '2026-08-29')).toBeUndefined();
    expect(next(handedIn, '2026-03-10', undefined)).toBeUndefined();
  });
});

describe('what was found due is still so', () => {
  const [due] = noticesOf(plan.finding(), all, '2026-03-16', '2026-03-16');
  const [cap] = noticesOf(plan.finding(), all, '2026-08-28', '2026-08-28').filter(({ kind }) => kind === 'cap');
  const so = (life: Life) => [due, cap].map((notice) => notice && isCurrent(life.finding(), notice));

  test.each<[string, () => Life, readonly boolean[]]>([
    ['as it was', () => plan, [true, true]],
    ['with another owner', () => aNonconformity().must('assign', cast.ismsManager), [true, true]],
    ['handed in', () => aNonconformity().reach('plan.validating'), [false, true]],
    [
      'in another round',
      () => aNonconformity().reach('plan.in-review').must('return', cast.leadAuditor),
      [false, true],
    ],
    [
      'extended',
      () => aNonconformity().must('requestExtension', cast.owner).must('decideExtension', cast.leadAuditor),
      [false, true],
    ],
    ['a minor now', () => aNonconformity().must('regrade', cast.leadAuditor), [false, false]],
    ['closed', () => aNonconformity().reach('closed'), [false, false]],
  ])('%s', (_what, life, expected) => {
    expect(so(life())).toEqual(expected);
  });
});
