import type { Clock } from '#ports/clock.ts';
import { contextOf, type Standpoint } from './context.ts';
import { createEvaluate, type Scope, unexpected } from './expressions.ts';
import { type Failure, StateFailure, withinDataLimit } from './failure.ts';
import { createForking } from './forking.ts';
import {
  type ChoiceState,
  type FailState,
  isGuarded,
  type State,
  type WaitState,
  waitSeconds,
  waitTimestamp,
} from './language.ts';
import type { Machine } from './machine.ts';
import type { Move, Outcome } from './move.ts';
import { catcherOf, planRetry } from './retry.ts';
import { createTasks } from './task.ts';

export interface Interpreter {
  /** The move of a thread that has entered its state. */
  enter(machine: Machine, at: Standpoint): Promise<Move>;
  /** The move of a thread whose state's work came out. */
  complete(machine: Machine, at: Standpoint, outcome: Outcome): Promise<Move>;
}

interface Yielding {
  readonly Output?: unknown;
  readonly Assign?: Readonly<Record<string, unknown>> | undefined;
}

/** `newToken` gives a fresh task token, which nobody can guess. */
export const createInterpreter = ({ clock, newToken }: { clock: Clock; newToken: () => string }): Interpreter => {
  const evaluate = createEvaluate(clock);
  const enterTask = createTasks({ clock, newToken, evaluate });
  const { enterMap, enterParallel } = createForking(evaluate);
  const millisecondsNow = (): number => Date.parse(clock.now());

  const scopeOf = (at: Standpoint, more: { result?: unknown; errorOutput?: unknown } = {}): Scope => ({
    states: { input: at.input, ...more, context: contextOf(at) },
    variables: at.variables,
  });

  /** Output and Assign see the variables as they were on entry: what is assigned shows from the next state on. */
  const yieldOf = async ({ Output, Assign }: Yielding, scope: Scope, otherwise: unknown) => {
    const output = Output === undefined ? otherwise : await evaluate(Output, 'Output', scope);
    const assigned: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(Assign ?? {})) {
      assigned[name] = withinDataLimit(await evaluate(value, `Assign/${name}`, scope), `variable '${name}'`);
    }
    return { output: withinDataLimit(output, "state's output"), assigned };
  };

  const goTo = async (
    state: string,
    yielding: Yielding,
    at: Standpoint,
    scope: Scope,
    otherwise: unknown,
  ): Promise<Move> => {
    const { output, assigned } = await yieldOf(yielding, scope, otherwise);
    return { kind: 'next', state, input: output, variables: { ...at.variables, ...assigned } };
  };

  const goOn = async (state: State, at: Standpoint, scope: Scope, otherwise: unknown): Promise<Move> => {
    if ('Next' in state && state.Next !== undefined) return goTo(state.Next, state, at, scope, otherwise);
    const { output } = await yieldOf(state.Type === 'Fail' ? {} : state, scope, otherwise);
    return { kind: 'end', output };
  };

  const choose = async (state: ChoiceState, at: Standpoint): Promise<Move> => {
    const scope = scopeOf(at);
    for (const [index, rule] of state.Choices.entries()) {
      const field = `Choices/${index}/Condition`;
      const holds = await evaluate(rule.Condition, field, scope);
      if (typeof holds !== 'boolean') throw unexpected(rule.Condition, field, 'a boolean', holds);
      if (holds) return goTo(rule.Next, rule, at, scope, at.input);
    }
    if (state.Default === undefined)
      throw new StateFailure('States.NoChoiceMatched', 'No rule holds and there is no Default.');
    return goTo(state.Default, state, at, scope, at.input);
  };

  const waitUntil = async (state: WaitState, at: Standpoint): Promise<number> => {
    if (state.Seconds !== undefined) {
      const value = await evaluate(state.Seconds, 'Seconds', scopeOf(at));
      const seconds = waitSeconds.safeParse(value);
      if (!seconds.success) throw unexpected(state.Seconds, 'Seconds', 'seconds from 0 to 99999999', value);
      return millisecondsNow() + Math.round(seconds.data * 1000);
    }
    const value = await evaluate(state.Timestamp, 'Timestamp', scopeOf(at));
    const timestamp = waitTimestamp.safeParse(value);
    if (!timestamp.success) throw unexpected(state.Timestamp, 'Timestamp', 'an RFC 3339 instant', value);
    return Date.parse(timestamp.data);
  };

  const wait = async (state: WaitState, at: Standpoint): Promise<Move> => {
    const until = await waitUntil(state, at);
    if (until > millisecondsNow()) return { kind: 'wait', until };
    return { kind: 'outcome', outcome: { kind: 'result', result: at.input } };
  };

  const fail = async (state: FailState, at: Standpoint): Promise<Move> => {
    const text = async (field: 'Error' | 'Cause'): Promise<string> => {
      const value = await evaluate(state[field] ?? '', field, scopeOf(at));
      if (typeof value !== 'string') throw unexpected(state[field], field, 'a text', value);
      return value;
    };
    return { kind: 'fail', failure: { Error: await text('Error'), Cause: await text('Cause') } };
  };

  const enterState = (state: State, at: Standpoint): Promise<Move> => {
    switch (state.Type) {
      case 'Task':
        return enterTask(state, at);
      case 'Choice':
        return choose(state, at);
      case 'Wait':
        return wait(state, at);
      case 'Fail':
        return fail(state, at);
      case 'Map':
        return enterMap(state, at, scopeOf(at));
      case 'Parallel':
        return enterParallel(state, scopeOf(at));
      case 'Pass':
      case 'Succeed':
        return goOn(state, at, scopeOf(at), at.input);
    }
  };

  /** A failure meets the state's Retry, then its Catch; one that neither finds ends the thread. */
  const meet = async (state: State, at: Standpoint, failure: Failure): Promise<Move> => {
    if (!isGuarded(state)) return { kind: 'fail', failure };
    const retry = planRetry(state.Retry ?? [], at.attempts, failure.Error);
    if (retry !== undefined) {
      return { kind: 'retry', at: millisecondsNow() + retry.delayMilliseconds, attempts: retry.attempts };
    }
    const catcher = catcherOf(state.Catch ?? [], failure.Error);
    if (catcher === undefined) return { kind: 'fail', failure };
    return goTo(catcher.Next, catcher, at, scopeOf(at, { errorOutput: failure }), failure);
  };

  const named = (at: Standpoint, { Error: error, Cause: cause }: Failure): Failure =>
    error === 'States.QueryEvaluationError'
      ? { Error: error, Cause: `An error occurred while executing the state '${at.state}'. ${cause}` }
      : { Error: error, Cause: cause };

  const failureIn = async (
    work: () => Promise<Move>,
    otherwise: (failure: Failure) => Promise<Move>,
  ): Promise<Move> => {
    try {
      return await work();
    } catch (thrown) {
      if (thrown instanceof StateFailure) return otherwise(thrown.failure);
      throw thrown;
    }
  };

  const guarded = (state: State, at: Standpoint, work: () => Promise<Move>): Promise<Move> =>
    failureIn(work, (failure) =>
      failureIn(
        () => meet(state, at, named(at, failure)),
        // A catcher whose own expressions fail catches nothing.
        async (second) => ({ kind: 'fail', failure: named(at, second) }),
      ),
    );

  const stateOf = (machine: Machine, at: Standpoint): State => {
    const state = machine.states.get(at.state);
    if (state === undefined) throw new Error(`the machine has no state '${at.state}'`);
    return state;
  };

  return {
    enter: async (machine, at) => {
      const state = stateOf(machine, at);
      return guarded(state, at, () => enterState(state, at));
    },
    complete: async (machine, at, outcome) => {
      const state = stateOf(machine, at);
      return guarded(state, at, async () => {
        if (outcome.kind === 'failure') throw new StateFailure(outcome.failure.Error, outcome.failure.Cause);
        const result = withinDataLimit(outcome.result, 'result');
        // The result of a Wait is no result of work: its expressions see the input alone.
        return goOn(state, at, scopeOf(at, state.Type === 'Wait' ? {} : { result }), result);
      });
    },
  };
};
