import * as z from 'zod';
import { Suppression } from '#domain/notice/suppression.ts';
import type { Suppressions } from '#ports/suppressions.ts';
import { createItems, isNew, isThere, type StoredItem, type Table } from './items.ts';
import { prefixes, suppressedKey, suppressedPartition } from './keys.ts';

const Stored = z.object({ suppression: Suppression });

const suppressionOf = (item: StoredItem): Suppression => Stored.parse(item).suppression;

/** Addresses that nothing is sent to, in their own order. Read consistently: one that was lifted is lifted. */
export const createSuppressions = (table: Table): Suppressions => {
  const items = createItems(table);
  return {
    get: async (address) => {
      const item = await items.get(suppressedKey(address));
      return item && suppressionOf(item);
    },
    all: async () => {
      const found = await items.range({ partition: suppressedPartition, prefix: prefixes.address, consistent: true });
      return found.map(suppressionOf);
    },
    add: async (suppression) => {
      // Unmet where it is suppressed already: the first reason stays.
      await items.put({ ...suppressedKey(suppression.address), suppression }, isNew);
    },
    lift: (address) => items.remove(suppressedKey(address), isThere),
  };
};
