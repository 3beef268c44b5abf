import type { Sealed } from '../domain/trail/chain.ts';

/** `finding`: the chain of one finding. `audit`: the chain of one audit and its imports. */
export type AggregateKind = 'finding' | 'audit';

/** An event's place, by which it is found again. */
export interface EventRef {
  readonly kind: AggregateKind;
  readonly aggregate: string;
  readonly seq: number;
}

/**
 * The chains of events. `append` is the commit and nothing else is: it writes one item on the next sequence number, on
 * condition that nobody was there before.
 */
export interface Trail<E extends { readonly aggregate: string; readonly seq: number }> {
  /** The newest event, read consistently; its `state` is the present state. */
  latest(aggregate: string): Promise<Sealed<E> | undefined>;
  at(aggregate: string, seq: number): Promise<Sealed<E> | undefined>;
  /** All events in order, read consistently. */
  all(aggregate: string): Promise<readonly Sealed<E>[]>;
  /** `conflict`: the sequence number is taken. Nothing was written: read again and decide again. */
  append(event: Sealed<E>): Promise<'appended' | 'conflict'>;
  /** Takes the event out of the outbox. Idempotent. */
  relayed(aggregate: string, seq: number): Promise<void>;
}

/** What was committed or stalled and still waits to be carried on, oldest first. Eventually consistent. */
export interface Outbox {
  unrelayed(limit: number): Promise<readonly (EventRef & { readonly at: string })[]>;
}

/** Bulky content, stored once under its hash and before the event that names it. Never changed, never deleted. */
export interface Contents {
  put(owner: { kind: AggregateKind; aggregate: string }, hash: string, value: unknown): Promise<void>;
  get(owner: { kind: AggregateKind; aggregate: string }, hash: string): Promise<unknown>;
}
