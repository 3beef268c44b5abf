import { describe, expect, test } from 'vitest';
import { defaultPolicy } from './default.ts';
import { Policy } from './policy.ts';

test('the default is a policy', () => {
  expect(Policy.parse(defaultPolicy)).toEqual(defaultPolicy);
});

describe('refused', () => {
  const { notices, due } = defaultPolicy;
  test.each([
    ['a clock of no days', { due: { ...due, major: { ...due.major, plan: { days: 0, from: 'report-received' } } } }],
    ['an anchor that is none', { due: { ...due, major: { ...due.major, plan: { days: 9, from: 'birthday' } } } }],
    ['a stage that is none', { verify: ['closing'] }],
    ['a notice every 0 days', { notices: { ...notices, thenEvery: 0 } }],
    ['a notice of overdue on the day itself', { notices: { ...notices, overdue: [0] } }],
    ['a closed day that does not exist', { closedOn: ['2026-02-30'] }],
    ['a field it does not know', { grace: 3 }],
  ])('%s', (_what, change) => {
    expect(Policy.safeParse({ ...defaultPolicy, ...change }).success).toBe(false);
  });
});
