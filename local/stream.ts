import { eventKey } from '#adapters/aws/dynamodb/keys.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import type { AggregateKind, EventRef, Trail } from '#ports/trail.ts';

/**
 * The table's stream of the local system (dynalite has none): what was appended is handed on in order, one at a time.
 * Nothing is kept here: what is lost with the process still stands in the outbox.
 */
export interface Stream {
  push(ref: EventRef): void;
  /** Resolves when all that was pushed has been handed on. */
  settled(): Promise<void>;
}

export const createStream = (deliver: (ref: EventRef) => Promise<void>): Stream => {
  let tail = Promise.resolve();
  return {
    push: (ref) => {
      tail = tail.then(() => deliver(ref));
    },
    settled: () => tail,
  };
};

/** A record of the table's stream, as Lambda gets it. */
export const streamRecord = (event: EventRef) => ({
  eventID: Object.values(eventKey(event)).join('/'),
  eventName: 'INSERT',
  eventSource: 'aws:dynamodb',
  dynamodb: {
    SequenceNumber: String(event.seq),
    Keys: { pk: { S: eventKey(event).pk }, sk: { S: eventKey(event).sk } },
  },
});

/** The trail, with every append told to the stream. */
export const streamed = <E extends { readonly aggregate: string; readonly seq: number }>(
  trail: Trail<E>,
  kind: AggregateKind,
  stream: Pick<Stream, 'push'>,
): Trail<E> => ({
  ...trail,
  append: async (event: Sealed<E>) => {
    const outcome = await trail.append(event);
    if (outcome === 'appended') stream.push({ kind, aggregate: event.aggregate, seq: event.seq });
    return outcome;
  },
});
