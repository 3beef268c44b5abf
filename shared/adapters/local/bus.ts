import type { DatabaseSync } from 'node:sqlite';
import { type Bus, BusFault, type BusMessage } from '#ports/bus.ts';
import type { Clock } from '#ports/clock.ts';
import { reasonOf } from '../reason.ts';
import { createDeliveries, type DeadLetter, type Delivery } from './deliveries.ts';

export interface LocalBusOptions {
  /** The local system's database; the bus's tables begin with `bus_`. Closing it is its owner's, after `close`. */
  readonly database: DatabaseSync;
  readonly clock: Clock;
  /** Told of each attempt that failed; `dead` with the last one. */
  readonly onFailure?: (failure: { delivery: Delivery; error: unknown; dead: boolean }) => void;
}

export interface Subscriber {
  /** Stays the same over restarts: what was not delivered waits under it. */
  readonly name: string;
  /** Left out: all. */
  readonly detailTypes?: readonly string[];
  /** May be called again with the same message, and must then do nothing twice. */
  readonly receive: (message: BusMessage) => Promise<void>;
}

export interface LocalBus extends Bus {
  /** As a rule of EventBridge: it gets what is published from now on, and what an earlier process left undelivered. */
  subscribe(subscriber: Subscriber): void;
  /** After a restart, once all have subscribed: delivers what was left, and resolves as `settled` does. */
  drain(): Promise<void>;
  /** Resolves when nothing is left to deliver to those who have subscribed. */
  settled(): Promise<void>;
  deadLetters(): readonly DeadLetter[];
  /** Stops after the delivery under way. What is left stays for the next process. */
  close(): Promise<void>;
}

/** Failed attempts after which a message is a dead letter. */
const mostAttempts = 3;

/** What is delivered to one subscriber: one message after the other. A slow subscriber holds up nobody else. */
interface Lane {
  readonly subscriber: Subscriber;
  delivering: boolean;
  run: Promise<void>;
}

/**
 * The bus of the local system: messages are in the database before `publish` answers and leave it after they were
 * received, for each subscriber one after the other. A process killed in between delivers again.
 */
export const createLocalBus = ({ database, clock, onFailure }: LocalBusOptions): LocalBus => {
  const deliveries = createDeliveries(database);
  const lanes = new Map<string, Lane>();
  let closed = false;

  const deliver = async (delivery: Delivery, subscriber: Subscriber): Promise<void> => {
    const { id, detailType, detail, attempts } = delivery;
    try {
      await subscriber.receive({ detailType, detail });
    } catch (error) {
      const dead = attempts + 1 >= mostAttempts;
      if (dead) deliveries.giveUp(id, reasonOf(error), clock.now());
      else deliveries.failed(id);
      onFailure?.({ delivery, error, dead });
      return;
    }
    deliveries.done(id);
  };

  const deliverAll = async (lane: Lane): Promise<void> => {
    try {
      while (!closed) {
        const delivery = deliveries.next([lane.subscriber.name]);
        if (!delivery) return;
        await deliver(delivery, lane.subscriber);
      }
    } finally {
      // In the same turn as the look that found nothing: what is published after it wakes the lane again.
      lane.delivering = false;
    }
  };

  const wake = (): void => {
    for (const lane of lanes.values()) {
      if (lane.delivering) continue;
      lane.delivering = true;
      lane.run = deliverAll(lane);
    }
  };

  const settled = async (): Promise<void> => {
    do await Promise.all([...lanes.values()].map(({ run }) => run));
    while ([...lanes.values()].some(({ delivering }) => delivering));
  };

  return {
    publish: async (messages) => {
      if (closed) throw new BusFault('the bus is closed');
      const fanned = messages.flatMap((message) =>
        [...lanes.values()]
          .map(({ subscriber }) => subscriber)
          .filter(({ detailTypes }) => detailTypes?.includes(message.detailType) ?? true)
          .map(({ name }) => ({ subscriber: name, message })),
      );
      try {
        deliveries.add(fanned);
      } catch (cause) {
        throw new BusFault(`publishing failed: ${reasonOf(cause)}`, { cause });
      }
      wake();
    },
    subscribe: (subscriber) => {
      lanes.set(subscriber.name, { subscriber, delivering: false, run: Promise.resolve() });
    },
    drain: async () => {
      wake();
      await settled();
    },
    settled,
    deadLetters: () => deliveries.dead(),
    close: async () => {
      closed = true;
      await settled();
    },
  };
};
