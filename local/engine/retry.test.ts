import { describe, expect, it } from 'vitest';
import type { Retrier } from './language.ts';
import { catcherOf, planRetry } from './retry.ts';

const retrier = (ErrorEquals: string[], more: Partial<Retrier> = {}): Retrier => ({
  ErrorEquals,
  IntervalSeconds: 1,
  MaxAttempts: 3,
  BackoffRate: 2,
  ...more,
});

describe('a retry', () => {
  it('backs off by its rate, up to the longest delay', () => {
    const policy = [retrier(['E'], { IntervalSeconds: 3, BackoffRate: 1.5, MaxDelaySeconds: 6 })];
    expect([0, 1, 2].map((made) => planRetry(policy, [made], 'E')?.delayMilliseconds)).toEqual([3000, 4500, 6000]);
    expect(planRetry(policy, [3], 'E')).toBeUndefined();
  });

  it('counts for each retrier on its own, and goes no further than the first that names the error', () => {
    const policy = [retrier(['A', 'B'], { MaxAttempts: 2 }), retrier(['C']), retrier(['States.ALL'])];
    expect(planRetry(policy, [], 'A')?.attempts).toEqual([1, 0, 0]);
    expect(planRetry(policy, [1, 0, 0], 'C')?.attempts).toEqual([1, 1, 0]);
    expect(planRetry(policy, [1, 1, 0], 'D')?.attempts).toEqual([1, 1, 1]);
    expect(planRetry(policy, [2, 0, 0], 'B')).toBeUndefined();
    expect(planRetry([retrier(['E'], { MaxAttempts: 0 })], [], 'E')).toBeUndefined();
  });
});

describe('finding an error', () => {
  const found = (name: string, error: string): boolean =>
    catcherOf([{ ErrorEquals: [name], Next: 'N' }], error) !== undefined;

  it.each([
    ['E', 'E', true],
    ['E', 'F', false],
    ['States.ALL', 'E', true],
    ['States.ALL', 'States.Timeout', true],
    ['States.ALL', 'States.QueryEvaluationError', true],
    ['States.ALL', 'States.DataLimitExceeded', false],
    ['States.ALL', 'States.Runtime', false],
    ['States.DataLimitExceeded', 'States.DataLimitExceeded', true],
    ['States.TaskFailed', 'E', true],
    ['States.TaskFailed', 'States.QueryEvaluationError', true],
    ['States.TaskFailed', 'States.Timeout', false],
    ['States.TaskFailed', 'States.HeartbeatTimeout', false],
    ['States.TaskFailed', 'States.Runtime', false],
    ['States.Timeout', 'States.Timeout', true],
    ['States.Timeout', 'States.HeartbeatTimeout', true],
    ['States.Timeout', 'E', false],
    ['States.HeartbeatTimeout', 'States.Timeout', false],
  ])('%s finds %s: %s', (name, error, expected) => {
    expect(found(name, error)).toBe(expected);
  });

  it('takes the first catcher', () => {
    const catchers = [
      { ErrorEquals: ['F', 'E'], Next: 'First' },
      { ErrorEquals: ['States.ALL'], Next: 'Second' },
    ];
    expect(catcherOf(catchers, 'E')?.Next).toBe('First');
    expect(catcherOf(catchers, 'G')?.Next).toBe('Second');
  });
});
