import * as z from 'zod';
import { Comment } from '#domain/comment/comment.ts';
import type { Comments } from '#ports/comments.ts';
import { createItems, isNew, type Table } from './items.ts';
import { commentKey, partitionOf, prefixes } from './keys.ts';

const Stored = z.object({ comment: Comment });

/** By time; of one moment by id, so that they always come in one order. */
const older = (a: Comment, b: Comment): number => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1);

/** Comments, beside the finding they are on. Under their ids: a repeated request finds its own. */
export const createComments = (table: Table): Comments => {
  const items = createItems(table);
  return {
    add: async (finding, comment) =>
      (await items.put({ ...commentKey(finding, comment.id), comment }, isNew)) ? 'done' : 'taken',

    of: async (finding) => {
      const found = await items.range({
        partition: partitionOf('finding', finding),
        prefix: prefixes.comment,
        consistent: true,
      });
      return found.map((item) => Stored.parse(item).comment).toSorted(older);
    },
  };
};
