import * as z from 'zod';
import { StoreFault } from '#ports/store.ts';
import type { Outbox } from '#ports/trail.ts';
import { createItems, type Table } from './items.ts';
import { eventRefOf } from './keys.ts';

const Waiting = z.object({ pk: z.string(), sk: z.string(), outboxSort: z.string() });

/** The outbox of all trails: one index, in the order of the events' instants. */
export const createOutbox = (table: Table): Outbox => {
  const items = createItems(table);
  return {
    unrelayed: async (limit) => {
      const waiting = await items.range({ index: 'outbox', partition: 'EVENT' }, limit);
      return waiting.map((item) => {
        const { outboxSort, ...key } = Waiting.parse(item);
        const event = eventRefOf(key);
        if (event === undefined) throw new StoreFault(`${key.pk} ${key.sk} is in the outbox and is no event`);
        return { ...event, at: outboxSort.slice(0, outboxSort.indexOf('#')) };
      });
    },
  };
};
