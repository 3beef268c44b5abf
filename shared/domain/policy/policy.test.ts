import { describe, expect, test } from 'vitest';
import { weekdays } from '../calendar/working-days.ts';
import { builtInNames, builtInPolicies } from './built-in/index.ts';
import { Policy } from './policy.ts';

const { default: defaultPolicy } = builtInPolicies;

test.each(builtInNames)('%s is a policy of that name, and parsing changes nothing', (name) => {
  const policy = builtInPolicies[name];
  expect(policy.name).toBe(name);
  expect(Policy.parse(policy)).toEqual(policy);
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
    ['a week without a working day', { weekend: [...weekdays] }],
    ['a region that is none', { region: 'Zurich' }],
    ['a threshold of one', { minorsToMajor: 1 }],
    ['an escalation to the owner', { notices: { ...notices, escalation: [{ after: 1, to: 'owner' }] } }],
    ['a count of nothing', { review: { days: 10, count: 'bank' } }],
    ['a field it does not know', { grace: 3 }],
  ])('%s', (_what, change) => {
    expect(Policy.safeParse({ ...defaultPolicy, ...change }).success).toBe(false);
  });
});
