import { contextOf, type Standpoint } from './context.ts';
import { type Evaluate, type Scope, unexpected } from './expressions.ts';
import { StateFailure } from './failure.ts';
import { type MapState, mapConcurrency, type ParallelState } from './language.ts';
import type { Inner, Move } from './move.ts';

/** Iterations of an inline Map that Step Functions runs at a time, whatever a greater MaxConcurrency says. */
const MOST_AT_A_TIME = 40;

/** The moves of threads that have entered a Map or a Parallel: the inner threads to run, with their inputs. */
export const createForking = (evaluate: Evaluate) => {
  const itemsOf = async (state: MapState, scope: Scope): Promise<readonly unknown[]> => {
    const items = state.Items === undefined ? scope.states.input : await evaluate(state.Items, 'Items', scope);
    if (Array.isArray(items)) return items;
    if (state.Items === undefined) throw new StateFailure('States.Runtime', "The Map's input is not an array.");
    throw unexpected(state.Items, 'Items', 'an array', items);
  };

  const concurrencyOf = async (state: MapState, scope: Scope): Promise<number> => {
    const value = await evaluate(state.MaxConcurrency ?? 0, 'MaxConcurrency', scope);
    const most = mapConcurrency.safeParse(value);
    if (!most.success) throw unexpected(state.MaxConcurrency, 'MaxConcurrency', 'a whole number from 0', value);
    return Math.min(most.data || MOST_AT_A_TIME, MOST_AT_A_TIME);
  };

  const fork = (threads: readonly Inner[], concurrency: number): Move =>
    threads.length === 0
      ? { kind: 'outcome', outcome: { kind: 'result', result: [] } }
      : { kind: 'fork', threads, concurrency };

  return {
    enterMap: async (state: MapState, at: Standpoint, scope: Scope): Promise<Move> => {
      const items = await itemsOf(state, scope);
      const threads: Inner[] = [];
      for (const [Index, Value] of items.entries()) {
        const item = { Index, Value };
        const itemScope = { ...scope, states: { ...scope.states, context: contextOf(at, { item }) } };
        const input =
          state.ItemSelector === undefined ? Value : await evaluate(state.ItemSelector, 'ItemSelector', itemScope);
        threads.push({ startAt: state.ItemProcessor.StartAt, input, item });
      }
      return fork(threads, await concurrencyOf(state, scope));
    },
    enterParallel: async (state: ParallelState, scope: Scope): Promise<Move> => {
      const input =
        state.Arguments === undefined ? scope.states.input : await evaluate(state.Arguments, 'Arguments', scope);
      const threads = state.Branches.map((branch) => ({ startAt: branch.StartAt, input }));
      return fork(threads, threads.length);
    },
  };
};
