import type { DatabaseSync } from 'node:sqlite';
import { secondsAfter } from '#domain/calendar/instants.ts';
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
  /** Told whenever a message has to wait for its next try: `waitsUntil` may have changed. */
  readonly onWaiting?: () => void;
}

export interface Subscriber {
  /** Stays the same over restarts: what was not delivered waits under it. */
  readonly name: string;
  /** Left out: all. */
  readonly detailTypes?: readonly string[];
  /**
   * May be called again with the same message, and must then do nothing twice.
   * @param attempt counts tries of this message, from 1
   */
  readonly receive: (message: BusMessage, attempt: number) => Promise<void>;
  /** Left out: three tries, one right after the other. */
  readonly retry?: Retry;
}

export interface Retry {
  /** Failed tries after which a message is a dead letter. */
  readonly tries: number;
  /** Seconds until the next try, after so many. */
  readonly wait: (tries: number) => number;
}

export interface LocalBus extends Bus {
  /** As a rule of EventBridge: it gets what is published from now on, and what an earlier process left undelivered. */
  subscribe(subscriber: Subscriber): void;
  /** After a restart, once all have subscribed: delivers what was left, and resolves as `settled` does. */
  drain(): Promise<void>;
  /** Resolves when nothing is left to deliver to those who have subscribed, but what waits for its next try. */
  settled(): Promise<void>;
  /** The instant at which something that waits is to be delivered first; who keeps time calls `deliverDue` then. */
  waitsUntil(): string | undefined;
  /** Delivers what has waited long enough. */
  deliverDue(): Promise<void>;
  deadLetters(): readonly DeadLetter[];
  /** Has every dead letter delivered again, with all its tries. The answer: how many. */
  replay(): number;
  /** Stops after the delivery under way. What is left stays for the next process. */
  close(): Promise<void>;
}

const atOnce: Retry = { tries: 3, wait: () => 0 };

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
export const createLocalBus = ({ database, clock, onFailure, onWaiting }: LocalBusOptions): LocalBus => {
  const deliveries = createDeliveries(database);
  const lanes = new Map<string, Lane>();
  let closed = false;

  const putOff = (id: number, seconds: number): void => {
    if (seconds > 0) {
      deliveries.failed(id, secondsAfter(clock.now(), seconds));
      onWaiting?.();
    } else deliveries.failed(id);
  };

  const deliver = async (delivery: Delivery, { receive, retry = atOnce }: Subscriber): Promise<void> => {
    const { id, detailType, detail, attempts } = delivery;
    const attempt = attempts + 1;
    try {
      await receive({ detailType, detail }, attempt);
    } catch (error) {
      const dead = attempt >= retry.tries;
      if (dead) deliveries.giveUp(id, reasonOf(error), clock.now());
      else putOff(id, retry.wait(attempt));
      onFailure?.({ delivery, error, dead });
      return;
    }
    deliveries.done(id);
  };

  const deliverAll = async (lane: Lane): Promise<void> => {
    try {
      while (!closed) {
        const delivery = deliveries.next(lane.subscriber.name, clock.now());
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

  const deliverDue = async (): Promise<void> => {
    wake();
    await settled();
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
    drain: deliverDue,
    settled,
    waitsUntil: () => deliveries.waitsUntil([...lanes.keys()]),
    deliverDue,
    deadLetters: () => deliveries.dead(),
    replay: () => {
      const replayed = deliveries.replay();
      wake();
      return replayed;
    },
    close: async () => {
      closed = true;
      await settled();
    },
  };
};
