import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import type { EventRef } from '#ports/trail.ts';
import { type RelayStore, relay } from '#use-cases/workflow/relay.ts';
import { count, log, observed } from '../_runtime/observe.ts';

export interface Store extends RelayStore {
  /** The event that lies at a place in the table; `undefined` for an item that is no event. */
  readonly eventAt: (place: { readonly pk: string; readonly sk: string }) => EventRef | undefined;
}

const Text = z.object({ S: z.string() });
/** The keys of the item a stream record is about. */
const Keys = z.object({ pk: Text, sk: Text });

/**
 * Carries committed events on. A record that fails is reported as such, so that only it and what follows it come again;
 * after the last try it goes to the dead-letter queue, and the reconciler still finds it in the outbox.
 */
export const create = (store: Store) =>
  observed(async (stream: DynamoDBStreamEvent) => {
    const processor = new BatchProcessor(EventType.DynamoDBStreams);
    return processPartialResponse(
      stream,
      async (record: DynamoDBRecord) => {
        const { pk, sk } = Keys.parse(record.dynamodb?.Keys);
        const ref = store.eventAt({ pk: pk.S, sk: sk.S });
        if (!ref) return;
        try {
          await relay(store, ref);
        } catch (error) {
          log('error', 'REDRESS_RELAY_FAULT', { ...ref, error });
          throw error;
        }
        log('info', 'REDRESS_RELAYED', { ...ref });
        count('EventRelayed');
      },
      processor,
      { throwOnFullBatchFailure: false },
    );
  });
