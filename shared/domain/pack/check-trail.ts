import type { AuditEvent } from '../audit/events.ts';
import { evolveAudit } from '../audit/evolve.ts';
import type { Audit } from '../audit/state.ts';
import type { FindingEvent } from '../finding/events.ts';
import { evolve } from '../finding/evolve.ts';
import type { Finding } from '../finding/state.ts';
import { type Break, type Digest, firstBreak, type Sealed } from '../trail/chain.ts';
import type { Failure } from './failure.ts';

/** A chain that is whole, and the state that its events lead to when they are folded from nothing. */
export interface Replayed<E, S> {
  readonly events: readonly Sealed<E>[];
  readonly state: S;
}
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const fails = (where: string, what: string): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: { where, what },
});

interface Stated {
  readonly aggregate: string;
  readonly seq: number;
  readonly state: unknown;
}

const breaks: Record<Break['reason'], string> = {
  sequence: 'The event is not the next in sequence: one is missing, there twice, or in another place.',
  'previous-hash': 'The event does not name the hash of the event before it.',
  hash: 'The hash of the event is not that of its content: it was changed after it was committed.',
  aggregate: 'The event belongs to another chain.',
};

const looksLikeEvent = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'seq' in value && 'hash' in value && 'state' in value;

/** What an event of a damaged chain throws when it is folded, in words. */
const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/**
 * Whether events are one whole chain, and each state they carry is what folding them from nothing gives.
 * @param path of the file they come from
 * @param events as parsed from it
 */
const checkTrail = <E extends Stated, S>(
  path: string,
  events: unknown,
  fold: (state: S | undefined, event: Sealed<E>) => S,
  digest: Digest,
): Checked<Replayed<E, S>> => {
  if (!Array.isArray(events) || !events.every(looksLikeEvent)) return fails(path, 'This is no list of events.');
  const chain = events as readonly Sealed<E>[];
  const broken = firstBreak(chain, digest);
  if (broken) return fails(`${path}#${broken.at}`, breaks[broken.reason]);
  let state: S | undefined;
  for (const event of chain) {
    const where = `${path}#${event.seq}`;
    try {
      state = fold(state, event);
    } catch (thrown) {
      return fails(where, `The event cannot follow from the events before it: ${reasonOf(thrown)}.`);
    }
    if (digest(state) !== digest(event.state))
      return fails(where, 'The state that the event carries is not the one that the events up to it lead to.');
  }
  return state === undefined ? fails(path, 'The chain has no event.') : { ok: true, value: { events: chain, state } };
};

export const checkFindingTrail = (path: string, events: unknown, digest: Digest) =>
  checkTrail<FindingEvent, Finding>(path, events, evolve, digest);

export const checkAuditTrail = (path: string, events: unknown, digest: Digest) =>
  checkTrail<AuditEvent, Audit>(path, events, evolveAudit, digest);
