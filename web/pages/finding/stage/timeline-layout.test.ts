import { expect, test } from 'vitest';
import type { PlannedAction } from '#domain/submission/submission.ts';
import { layoutOf } from './timeline-layout.ts';

const size = { width: 640, names: 60, right: 40 };
const action = (label: string, dueDate?: string, dependsOn?: string[]): PlannedAction => ({
  label,
  what: '',
  ...(dueDate !== undefined && { dueDate }),
  ...(dependsOn && { dependsOn }),
});

test('actions lie by their days, the deadline among them', () => {
  const layout = layoutOf([action('A1', '2026-04-01'), action('A2', '2026-05-01')], '2026-04-16', size);
  const [one, two] = layout?.marks ?? [];
  expect(one && two && one.x < (layout?.deadline ?? 0) && two.x > (layout?.deadline ?? 0)).toBe(true);
  expect([one?.late, two?.late]).toEqual([0, 15]);
  expect(two?.y).toBe((one?.y ?? 0) + 30);
});

test('on the deadline is in time', () => {
  expect(layoutOf([action('A1', '2026-04-16')], '2026-04-16', size)?.marks[0]?.late).toBe(0);
});

test('what waits for something that comes later is too soon', () => {
  const layout = layoutOf(
    [action('A1', '2026-04-10'), action('A2', '2026-04-05', ['A1']), action('A3', '2026-04-10', ['A1', 'A9'])],
    '2026-05-01',
    size,
  );
  expect(layout?.marks.map(({ tooSoon }) => tooSoon)).toEqual([[], ['A1'], []]);
  expect(layout?.waits.map(({ from, to }) => `${from.label}-${to.label}`)).toEqual(['A1-A2', 'A1-A3']);
});

test('a date that is half typed, or none, is not on it', () => {
  expect(layoutOf([action('A1', '2026-0'), action('A2')], '2026-05-01', size)).toBeUndefined();
  expect(layoutOf([action('A1', '2026-13-40'), action('A2', '2026-04-01')], '2026-05-01', size)?.marks).toHaveLength(1);
});

test('months are marked, in a narrow figure not each', () => {
  const actions = [action('A1', '2026-01-10')];
  expect(layoutOf(actions, '2026-12-01', size)?.months.map(({ day }) => day)).toEqual([
    '2026-02-01',
    '2026-04-01',
    '2026-06-01',
    '2026-08-01',
    '2026-10-01',
    '2026-12-01',
  ]);
  expect(layoutOf(actions, '2026-12-01', { ...size, width: 300 })?.months.length).toBeLessThanOrEqual(3);
});
