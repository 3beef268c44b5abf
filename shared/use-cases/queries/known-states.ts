import type { Sealed } from '#domain/trail/chain.ts';
import type { Trail } from '#ports/trail.ts';

/**
 * What is kept of a finding or an audit, never older than its head. Nothing: there is none.
 * @param raisedTo the sequence number of its head; nothing: the head has not come yet
 */
export type StateOf<T> = (aggregate: string, raisedTo: number | undefined) => Promise<T | undefined>;

interface Known<T> {
  /** It is at least as new as this. */
  seq: number;
  readonly kept: Promise<T | undefined>;
}

/**
 * The states of findings or audits, kept in memory from one question to the next: each is read again once its head has
 * been raised. Who asks while it is read shares the answer.
 * @param keep what is needed of the newest event
 * @param most so many are kept; of more, those that were asked for longest ago are read again
 */
export const createKnownStates = <E extends { readonly aggregate: string; readonly seq: number }, T>(
  trail: Pick<Trail<E>, 'latest'>,
  keep: (event: Sealed<E>) => T,
  most = Number.POSITIVE_INFINITY,
): StateOf<T> => {
  // In the order in which they were asked for.
  const known = new Map<string, Known<T>>();

  const read = (aggregate: string, raisedTo: number): Known<T> => {
    const state: Known<T> = {
      seq: raisedTo,
      kept: trail.latest(aggregate).then((event) => {
        // It may be ahead of the head, and is not read again when that comes.
        state.seq = Math.max(raisedTo, event?.seq ?? 0);
        return event && keep(event);
      }),
    };
    state.kept.catch(() => {
      if (known.get(aggregate) === state) known.delete(aggregate);
    });
    return state;
  };

  return async (aggregate, raisedTo) => {
    const before = known.get(aggregate);
    const isKnown = before !== undefined && raisedTo !== undefined && raisedTo <= before.seq;
    const state = isKnown ? before : read(aggregate, raisedTo ?? 0);
    known.delete(aggregate);
    known.set(aggregate, state);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return state.kept;
  };
};
