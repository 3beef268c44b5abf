import * as z from 'zod';
import { StoreFault } from '#ports/store.ts';
import type { Wait, Waits } from '#ports/waits.ts';
import { createItems, type Table } from './items.ts';
import { ownerOf, stallKey, waitKey } from './keys.ts';

const waitShape = {
  token: z.string(),
  step: z.string(),
  epoch: z.int(),
  at: z.string(),
} satisfies Record<keyof Wait, z.ZodType>;

const Waiting = z.object({ wait: z.object(waitShape) });

/** `outboxSort` of a mark: `<at>#<epoch>`. */
const Stalled = z.object({ pk: z.string(), outboxSort: z.string() });

const names = { '#epoch': 'epoch', '#outbox': 'outbox' } as const;

/** Task tokens, and the marks of findings whose execution ended without them. A mark lies in the outbox index. */
export const createWaits = (table: Table): Waits => {
  const items = createItems(table);
  return {
    put: async (subject, wait) => {
      await items.put(
        { ...waitKey(subject), epoch: wait.epoch, wait },
        {
          condition: 'attribute_not_exists(#epoch) OR #epoch <= :epoch',
          names: { '#epoch': 'epoch' },
          values: { ':epoch': wait.epoch },
        },
      );
    },

    get: async (subject) => {
      const item = await items.get(waitKey(subject));
      return item && Waiting.parse(item).wait;
    },

    stall: async (finding, epoch, at) => {
      // A mark that is there stays, and with it the instant since when the finding has waited.
      await items.put(
        { ...stallKey(finding), epoch, outbox: 'STALLED', outboxSort: `${at}#${epoch}` },
        {
          condition: 'attribute_not_exists(#outbox) OR #epoch < :epoch',
          names,
          values: { ':epoch': epoch },
        },
      );
    },

    stalled: async (limit) => {
      const marks = await items.range({ index: 'outbox', partition: 'STALLED' }, limit);
      return marks.map((mark) => {
        const { pk, outboxSort } = Stalled.parse(mark);
        const [at = '', epoch] = outboxSort.split('#');
        const owner = ownerOf(pk);
        if (owner?.kind !== 'finding') throw new StoreFault(`${pk} is marked as stalled and is no finding`);
        return { finding: owner.aggregate, epoch: Number(epoch), at };
      });
    },

    unstall: async (finding, epoch = Number.MAX_SAFE_INTEGER) => {
      await items.update(stallKey(finding), {
        change: 'REMOVE #outbox, #outboxSort',
        condition: 'attribute_exists(#outbox) AND #epoch <= :epoch',
        names: { ...names, '#outboxSort': 'outboxSort' },
        values: { ':epoch': epoch },
      });
    },
  };
};
