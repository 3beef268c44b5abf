import * as z from 'zod';
import type { AggregateKind, Trail } from '#ports/trail.ts';
import { createItems, isNew, type StoredItem, type Table } from './items.ts';
import { eventKey, partitionOf, prefixes, seqText } from './keys.ts';

interface Recorded {
  readonly aggregate: string;
  readonly seq: number;
  readonly at: string;
}

export interface TrailOptions<E extends Recorded> extends Table {
  readonly kind: AggregateKind;
  /** An event without its seal: what is read is parsed by it. */
  readonly schema: z.ZodType<E>;
}

const Sealing = z.object({ event: z.object({ prevHash: z.string().nullable(), hash: z.string() }) });

/**
 * The chains of one kind of aggregate.
 *
 * The condition of an append looks at the new item alone, and that is enough for the whole chain: events are never
 * deleted, and whoever appends number n + 1 has read number n. So the numbers have no gaps, and of all who read number
 * n and append n + 1 one finds the place free.
 *
 * An append whose answer was lost on the way is repeated by the SDK and then answered `conflict`, though it was
 * written. Reading again shows it: the state after knows the command's id.
 */
export const createTrail = <E extends Recorded>(options: TrailOptions<E>): Trail<E> => {
  const { kind, schema } = options;
  const items = createItems(options);
  const Stored = z.object({ event: schema });

  const read = (item: StoredItem) => ({ ...Stored.parse(item).event, ...Sealing.parse(item).event });
  const events = (aggregate: string) => ({
    partition: partitionOf(kind, aggregate),
    prefix: prefixes.event,
    consistent: true,
  });

  return {
    latest: async (aggregate) => {
      const [newest] = await items.range({ ...events(aggregate), descending: true }, 1);
      return newest && read(newest);
    },

    at: async (aggregate, seq) => {
      const item = await items.get(eventKey({ kind, aggregate, seq }));
      return item && read(item);
    },

    all: async (aggregate) => (await items.range(events(aggregate))).map(read),

    append: async (event) => {
      const { aggregate, seq, at } = event;
      const outbox = { outbox: 'EVENT', outboxSort: [at, kind, aggregate, seqText(seq)].join('#') };
      const written = await items.put({ ...eventKey({ kind, aggregate, seq }), event, ...outbox }, isNew);
      return written ? 'appended' : 'conflict';
    },

    relayed: async (aggregate, seq) => {
      // Unmet where the event has left the outbox before, and where it never was: an update would make an empty item.
      await items.update(eventKey({ kind, aggregate, seq }), {
        change: 'REMOVE #outbox, #outboxSort',
        condition: 'attribute_exists(#outbox)',
        names: { '#outbox': 'outbox', '#outboxSort': 'outboxSort' },
      });
    },
  };
};
