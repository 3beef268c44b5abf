import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../policy/built-in/default.ts';
import { nextNoticeDate, noticesBetween } from './offsets.ts';

const { notices } = defaultPolicy;
const due = '2026-03-23';

test('all notices of a deadline: 7, 3, 1 days before, on the day, overdue by 1, 3, 7, then every 7 days', () => {
  expect(noticesBetween(due, notices, '2026-01-01', '2026-04-30')).toEqual([-7, -3, -1, 0, 1, 3, 7, 14, 21, 28, 35]);
});

describe('the next notice', () => {
  test.each([
    ['long before', '2025-01-01', '2026-03-16'],
    ['the day before the first', '2026-03-15', '2026-03-16'],
    ['on the day of the first', '2026-03-16', '2026-03-16'],
    ['after the first', '2026-03-17', '2026-03-20'],
    ['after the second', '2026-03-21', '2026-03-22'],
    ['on the due date', '2026-03-23', '2026-03-23'],
    ['after it', '2026-03-24', '2026-03-24'],
    ['between', '2026-03-25', '2026-03-26'],
    ['before the seventh day', '2026-03-27', '2026-03-30'],
    ['then every seven days', '2026-03-31', '2026-04-06'],
    ['much later', '2027-03-24', '2027-03-29'],
  ])('%s', (_what, from, date) => {
    expect(nextNoticeDate(due, notices, from)).toBe(date);
  });
  test('over a leap day and a change of clocks days are counted, not hours', () => {
    expect(nextNoticeDate('2028-03-03', notices, '2028-02-20')).toBe('2028-02-25');
    expect(nextNoticeDate('2026-03-30', notices, '2026-03-28')).toBe('2026-03-29');
  });
});

describe('another policy', () => {
  test.each([
    ['nothing before', { ...notices, before: [] }, [1, 3, 7, 14]],
    ['not on the day', { ...notices, before: [2] }, [-2, 1, 3, 7, 14]],
    ['nothing but every five days', { ...notices, before: [], overdue: [], thenEvery: 5 }, [5, 10, 15]],
    ['in any order', { ...notices, before: [1, 7], overdue: [7, 1], thenEvery: 10 }, [-7, -1, 1, 7, 17]],
  ])('%s', (_what, policy, offsets) => {
    expect(noticesBetween(due, policy, '2026-01-01', '2026-04-09')).toEqual(offsets);
  });
});

describe('what was missed', () => {
  test('is between the day that was to be swept and today, both included', () => {
    expect(noticesBetween(due, notices, '2026-03-20', '2026-03-24')).toEqual([-3, -1, 0, 1]);
  });
  test('is nothing where no notice fell', () => {
    expect(noticesBetween(due, notices, '2026-03-17', '2026-03-19')).toEqual([]);
  });
});
