import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { busSource } from '#contracts/bus.ts';
import { type Bus, BusFault, type BusMessage } from '#ports/bus.ts';
import { reasonOf } from '../../reason.ts';

export interface EventBridgeBus {
  readonly client: EventBridgeClient;
  readonly busName: string;
}

/** What `PutEvents` takes at once. */
const batchSize = 10;

const batchesOf = (messages: readonly BusMessage[]): BusMessage[][] =>
  Array.from({ length: Math.ceil(messages.length / batchSize) }, (_, batch) =>
    messages.slice(batch * batchSize, (batch + 1) * batchSize),
  );

/** `PutEvents` takes some messages of a batch and not others: those make a fault, and the publisher repeats all. */
export const createBus = ({ client, busName }: EventBridgeBus): Bus => {
  const put = async (messages: readonly BusMessage[]): Promise<void> => {
    const entries = messages.map(({ detailType, detail }) => ({
      EventBusName: busName,
      Source: busSource,
      DetailType: detailType,
      Detail: JSON.stringify(detail),
    }));
    const { FailedEntryCount = 0, Entries = [] } = await client.send(new PutEventsCommand({ Entries: entries }));
    if (FailedEntryCount > 0) {
      const codes = new Set(Entries.flatMap(({ ErrorCode }) => ErrorCode ?? []));
      throw new BusFault(`${FailedEntryCount} of ${messages.length} messages were not taken: ${[...codes].join(', ')}`);
    }
  };

  return {
    publish: async (messages) => {
      try {
        for (const batch of batchesOf(messages)) await put(batch);
      } catch (cause) {
        if (cause instanceof BusFault) throw cause;
        throw new BusFault(`publishing failed: ${reasonOf(cause)}`, { cause });
      }
    },
  };
};
