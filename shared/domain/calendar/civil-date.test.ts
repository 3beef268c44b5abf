import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  CivilDate,
  civilDateOf,
  daysBetween,
  earliest,
  hourOf,
  Instant,
  TimeZone,
} from './civil-date.ts';

describe('what is a date', () => {
  test.each(['2026-03-09', '2028-02-29', '0001-01-01', '9999-12-31'])('%s', (text) => {
    expect(CivilDate.safeParse(text).success).toBe(true);
  });
  test.each([
    ['a day that does not exist', '2026-02-29'],
    ['month 13', '2026-13-01'],
    ['another order', '09-03-2026'],
    ['no dashes', '20260309'],
    ['an instant', '2026-03-09T08:00:00Z'],
    ['a calendar', '2026-03-09[u-ca=iso8601]'],
    ['a year that would not compare as text', '+012026-03-09'],
    ['nothing', ''],
  ])('not %s', (_what, text) => {
    expect(CivilDate.safeParse(text).success).toBe(false);
  });
  test('an instant is in UTC', () => {
    expect(Instant.safeParse('2026-03-09T08:00:00.000Z').success).toBe(true);
    expect(Instant.safeParse('2026-03-09T08:00:00+01:00').success).toBe(false);
  });
  test('a time zone is one that is known', () => {
    expect(TimeZone.safeParse('Europe/Zurich').success).toBe(true);
    expect(TimeZone.safeParse('Europe/Zuerich').success).toBe(false);
  });
});

describe('the wall calendar in Europe/Zurich', () => {
  test.each([
    ['an evening in winter', '2026-01-15T22:59:59.999Z', '2026-01-15', 23],
    ['midnight in winter', '2026-01-15T23:00:00.000Z', '2026-01-16', 0],
    ['midnight in summer', '2026-07-15T22:00:00.000Z', '2026-07-16', 0],
    ['the last minute before clocks go forward', '2026-03-29T00:59:00.000Z', '2026-03-29', 1],
    ['the first minute after clocks went forward', '2026-03-29T01:00:00.000Z', '2026-03-29', 3],
    ['the hour that comes twice, first', '2026-10-25T00:30:00.000Z', '2026-10-25', 2],
    ['the hour that comes twice, again', '2026-10-25T01:30:00.000Z', '2026-10-25', 2],
    ['the last minute of the long day', '2026-10-25T22:59:00.000Z', '2026-10-25', 23],
  ])('%s', (_what, instant, date, hour) => {
    expect(civilDateOf(instant, 'Europe/Zurich')).toBe(date);
    expect(hourOf(instant, 'Europe/Zurich')).toBe(hour);
  });
  test('elsewhere it is another day', () => {
    expect(civilDateOf('2026-03-09T23:30:00Z', 'America/Los_Angeles')).toBe('2026-03-09');
    expect(civilDateOf('2026-03-09T23:30:00Z', 'Pacific/Auckland')).toBe('2026-03-10');
  });
});

describe('counting days', () => {
  test.each([
    ['2026-03-09', 14, '2026-03-23'],
    ['2026-03-20', 14, '2026-04-03'], // clocks go forward on the 29th
    ['2026-10-20', 10, '2026-10-30'], // clocks go back on the 25th
    ['2028-02-15', 14, '2028-02-29'],
    ['2028-02-15', 15, '2028-03-01'],
    ['2027-02-15', 14, '2027-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days is %s', (date, days, then) => {
    expect(addDays(date, days)).toBe(then);
    expect(daysBetween(date, then)).toBe(days);
  });
  test.each([
    ['2026-02-27', 6, '2026-08-27'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months is %s', (date, months, then) => {
    expect(addMonths(date, months)).toBe(then);
  });
});

test('the earliest date, whatever is left out', () => {
  expect(earliest('2026-05-01', undefined, '2026-04-30', '2026-06-01')).toBe('2026-04-30');
  expect(earliest('2026-05-01', undefined)).toBe('2026-05-01');
});
