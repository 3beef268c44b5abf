import { expect, test } from 'vitest';
import { civilDateOf } from '#domain/calendar/civil-date.ts';

/*
 * A submission is on time until its due date ends on the wall of the organization. Each line: the zone, the due date, the
 * last second of it and the first one after it in UTC, by hand from the zone's offset.
 */
test.each([
  ['Pacific/Pago_Pago', '2026-03-23', '2026-03-24T10:59:59Z', '2026-03-24T11:00:00Z', 'UTC-11'],
  ['Pacific/Honolulu', '2026-03-23', '2026-03-24T09:59:59Z', '2026-03-24T10:00:00Z', 'UTC-10'],
  [
    'America/New_York',
    '2026-03-07',
    '2026-03-08T04:59:59Z',
    '2026-03-08T05:00:00Z',
    'UTC-5, the last day of winter time',
  ],
  ['America/New_York', '2026-03-23', '2026-03-24T03:59:59Z', '2026-03-24T04:00:00Z', 'UTC-4 in summer'],
  ['America/St_Johns', '2026-12-26', '2026-12-27T03:29:59Z', '2026-12-27T03:30:00Z', 'UTC-3:30'],
  ['UTC', '2026-12-26', '2026-12-26T23:59:59Z', '2026-12-27T00:00:00Z', 'no offset'],
  ['Europe/Zurich', '2026-03-28', '2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z', 'UTC+1'],
  [
    'Europe/Zurich',
    '2026-03-29',
    '2026-03-29T21:59:59Z',
    '2026-03-29T22:00:00Z',
    'a day of 23 hours, UTC+2 at its end',
  ],
  [
    'Europe/Zurich',
    '2026-10-25',
    '2026-10-25T22:59:59Z',
    '2026-10-25T23:00:00Z',
    'a day of 25 hours, UTC+1 at its end',
  ],
  ['Europe/Zurich', '2028-02-29', '2028-02-29T22:59:59Z', '2028-02-29T23:00:00Z', 'a leap day'],
  ['Asia/Kathmandu', '2026-03-23', '2026-03-23T18:14:59Z', '2026-03-23T18:15:00Z', 'UTC+5:45'],
  ['Australia/Lord_Howe', '2026-07-01', '2026-07-01T13:29:59Z', '2026-07-01T13:30:00Z', 'UTC+10:30 in winter'],
  ['Pacific/Chatham', '2026-12-26', '2026-12-26T10:14:59Z', '2026-12-26T10:15:00Z', 'UTC+13:45 in summer'],
  ['Pacific/Kiritimati', '2026-03-23', '2026-03-23T09:59:59Z', '2026-03-23T10:00:00Z', 'UTC+14'],
  ['Pacific/Kiritimati', '2026-12-26', '2026-12-26T09:59:59Z', '2026-12-26T10:00:00Z', 'UTC+14'],
])('%s: %s ends with %s, and is over at %s (%s)', (zone, due, last, after) => {
  expect(civilDateOf(last, zone)).toBe(due);
  expect(civilDateOf(after, zone) > due).toBe(true);
});

test('one instant, three civil dates: 10:30 in UTC on 24 March', () => {
  const at = '2026-03-24T10:30:00Z';
  expect(civilDateOf(at, 'Pacific/Pago_Pago')).toBe('2026-03-23');
  expect(civilDateOf(at, 'Europe/Zurich')).toBe('2026-03-24');
  expect(civilDateOf(at, 'Pacific/Kiritimati')).toBe('2026-03-25');
});

test('Samoa had no 30 December 2011', () => {
  expect(civilDateOf('2011-12-30T09:59:59Z', 'Pacific/Apia')).toBe('2011-12-29');
  expect(civilDateOf('2011-12-30T10:00:00Z', 'Pacific/Apia')).toBe('2011-12-31');
});
