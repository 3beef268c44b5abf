import type { Catcher, Retrier } from './language.ts';

/** Neither a retrier nor a catcher finds these by a wildcard (Step Functions developer guide, "Error names"). */
const TERMINAL: ReadonlySet<string> = new Set(['States.DataLimitExceeded', 'States.Runtime']);
/** A missed heartbeat is a timeout too: `States.Timeout` covers it (Amazon States Language, appendix A). */
const TIMEOUTS: ReadonlySet<string> = new Set(['States.Timeout', 'States.HeartbeatTimeout']);

const covers = (expected: string, error: string): boolean => {
  if (expected === error) return true;
  if (TERMINAL.has(error)) return false;
  if (expected === 'States.ALL') return true;
  if (expected === 'States.Timeout') return TIMEOUTS.has(error);
  return expected === 'States.TaskFailed' && !TIMEOUTS.has(error);
};

const finds = (errorEquals: readonly string[], error: string): boolean =>
  errorEquals.some((expected) => covers(expected, error));

export interface PlannedRetry {
  readonly delayMilliseconds: number;
  /** Attempts made by each retrier, in their order, with this one counted. */
  readonly attempts: readonly number[];
}

/**
 * The retry that is due after an error, if any. The first retrier that names the error decides alone: once its attempts
 * are used up the error goes to the catchers, whatever retriers follow. The delay is `IntervalSeconds` times
 * `BackoffRate` to the power of the attempts made, at most `MaxDelaySeconds`. Jitter is left out: delays are the same
 * on every run.
 */
export const planRetry = (
  retriers: readonly Retrier[],
  attempts: readonly number[],
  error: string,
): PlannedRetry | undefined => {
  const index = retriers.findIndex((retrier) => finds(retrier.ErrorEquals, error));
  const retrier = retriers[index];
  if (retrier === undefined) return undefined;
  const made = attempts[index] ?? 0;
  if (made >= retrier.MaxAttempts) return undefined;
  const seconds = Math.min(retrier.IntervalSeconds * retrier.BackoffRate ** made, retrier.MaxDelaySeconds ?? Infinity);
  return {
    delayMilliseconds: Math.round(seconds * 1000),
    attempts: retriers.map((_, at) => (attempts[at] ?? 0) + (at === index ? 1 : 0)),
  };
};

/** The first catcher that names the error. */
export const catcherOf = (catchers: readonly Catcher[], error: string): Catcher | undefined =>
  catchers.find((catcher) => finds(catcher.ErrorEquals, error));
