import { expect, test } from 'vitest';
import { daysUntil, grouped, groupOf } from './work-groups.ts';

const today = '2026-03-23';

test.each([
  ['2026-03-22', 'overdue'],
  ['2026-03-23', 'soon'],
  ['2026-03-30', 'soon'],
  ['2026-03-31', 'later'],
  [undefined, 'undated'],
])('what is due on %s is %s', (due, group) => {
  expect(groupOf(due, today)).toBe(group);
});

test('days are those of the calendar, over the change of clocks too', () => {
  expect(daysUntil('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysUntil('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysUntil('2026-03-23', '2026-03-20')).toBe(-3);
});

test('groups without anything in them are left out, the others keep their order', () => {
  const work = [{ due: '2026-04-30' }, { due: '2026-03-01' }, { due: '2026-05-30' }, {}];
  expect(grouped(work, today)).toEqual([
    { name: 'overdue', items: [{ due: '2026-03-01' }] },
    { name: 'later', items: [{ due: '2026-04-30' }, { due: '2026-05-30' }] },
    { name: 'undated', items: [{}] },
  ]);
});
