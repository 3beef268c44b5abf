import * as z from 'zod';
import { ContentTooLarge, maxContentBytes } from '#ports/store.ts';
import type { Contents } from '#ports/trail.ts';
import { createItems, isNew, type Table } from './items.ts';
import { contentKey } from './keys.ts';

const Stored = z.object({ json: z.string() });

/**
 * Kept as JSON text and not as DynamoDB's own maps: numbers come back exactly as they were hashed, and the size that
 * counts is the size of the text.
 * @throws {ContentTooLarge} over `maxContentBytes`.
 */
export const createContents = (table: Table): Contents => {
  const items = createItems(table);
  return {
    put: async (owner, hash, value) => {
      const json = JSON.stringify(value);
      const bytes = Buffer.byteLength(json);
      if (bytes > maxContentBytes)
        throw new ContentTooLarge(`a content of ${bytes} bytes: at most ${maxContentBytes} fit into the table`);
      // Unmet where the same content was stored before: its hash is its name.
      await items.put({ ...contentKey(owner, hash), json }, isNew);
    },
    get: async (owner, hash) => {
      const item = await items.get(contentKey(owner, hash));
      return item && JSON.parse(Stored.parse(item).json);
    },
  };
};
