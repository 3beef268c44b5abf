import { describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  closedBetween,
  isWorkingDay,
  weekdayOf,
  weekdays,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.ts';

const easter = ['2026-04-03', '2026-04-06'];
const closing = (closedOn: readonly string[]) => ({ weekend: ['saturday', 'sunday'] as const, closedOn });

test('the days of a week', () => {
  const week = ['09', '10', '11', '12', '13', '14', '15'].map((day) => weekdayOf(`2026-03-${day}`));
  expect(week).toEqual(weekdays);
});

describe('working days', () => {
  test.each([
    ['from a Tuesday over two weekends', '2026-03-10', 10, [], '2026-03-24'],
    ['from a Friday the next is Monday', '2026-03-13', 1, [], '2026-03-16'],
    ['from a Saturday too', '2026-03-14', 1, [], '2026-03-16'],
    ['from a Sunday too', '2026-03-15', 1, [], '2026-03-16'],
    ['none is the day itself, even a Sunday', '2026-03-15', 0, [], '2026-03-15'],
    ['over Easter', '2026-04-02', 1, easter, '2026-04-07'],
    ['a closed Saturday takes none away', '2026-03-13', 2, ['2026-03-14'], '2026-03-17'],
  ])('%s', (_what, date, days, closedOn, then) => {
    expect(addWorkingDays(date, days, closing(closedOn))).toBe(then);
  });
  test.each([
    ['over two weekends', '2026-03-10', '2026-03-24', [], 10],
    ['the first day does not count and the last does', '2026-03-09', '2026-03-10', [], 1],
    ['over a weekend', '2026-03-13', '2026-03-15', [], 0],
    ['over Easter', '2026-04-02', '2026-04-07', easter, 1],
    ['on one day', '2026-03-10', '2026-03-10', [], 0],
    ['backwards', '2026-03-24', '2026-03-10', [], 0],
  ])('between: %s', (_what, from, until, closedOn, count) => {
    expect(workingDaysBetween(from, until, closing(closedOn))).toBe(count);
  });
});

test.each([
  ['a working day stays', '2026-04-02', '2026-04-02'],
  ['Good Friday, over a weekend and Easter Monday', '2026-04-03', '2026-04-07'],
  ['a Sunday', '2026-03-15', '2026-03-16'],
])('the working day from a date: %s', (_what, date, then) => {
  expect(workingDayFrom(date, closing(easter))).toBe(then);
});

test('a weekend may be other days, or none', () => {
  const gulf = { weekend: ['friday', 'saturday'] as const, closedOn: [] };
  expect(isWorkingDay('2026-03-13', gulf)).toBe(false);
  expect(isWorkingDay('2026-03-15', gulf)).toBe(true);
  expect(addWorkingDays('2026-03-12', 1, gulf)).toBe('2026-03-15');
  expect(isWorkingDay('2026-03-15', { weekend: [], closedOn: [] })).toBe(true);
});

test('what a count passed over: closed days after the first, up to the last, each once, and no weekend', () => {
  const closed = closing(['2026-04-06', '2026-04-03', '2026-04-03', '2026-04-04', '2026-04-02', '2026-04-08']);
  expect(closedBetween('2026-04-02', '2026-04-07', closed)).toEqual(['2026-04-03', '2026-04-06']);
  expect(closedBetween('2026-04-02', '2026-04-08', closed)).toContain('2026-04-08');
});
