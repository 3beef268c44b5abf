import * as z from 'zod';
import type { FileOwner } from '#ports/evidence.ts';
import type { NoticeRecord, Notices } from '#ports/notices.ts';
import { StoreFault } from '#ports/store.ts';
import { createItems, isNew, type StoredItem, type Table } from './items.ts';
import { noticeKey, partitionOf, prefixes } from './keys.ts';

const noticeShape = {
  owner: z.object({ kind: z.enum(['finding', 'audit']), aggregate: z.string() }),
  key: z.string(),
  kind: z.string(),
  to: z.string(),
  subject: z.string(),
  status: z.enum(['claimed', 'sent']),
  at: z.string(),
  messageId: z.string().optional(),
} satisfies Record<keyof NoticeRecord, z.ZodType>;

const Stored = z.object({ notice: z.object(noticeShape) });

const recordOf = (item: StoredItem): NoticeRecord => Stored.parse(item).notice;

const byTime = (a: NoticeRecord, b: NoticeRecord): number => (`${a.at}#${a.key}` < `${b.at}#${b.key}` ? -1 : 1);

/** Notices on the records of their findings and audits, oldest first. */
export const createNotices = (table: Table): Notices => {
  const items = createItems(table);

  const find = async (owner: FileOwner, key: string): Promise<NoticeRecord> => {
    const item = await items.get(noticeKey(owner, key));
    if (item === undefined) throw new StoreFault(`${owner.kind} ${owner.aggregate} has no notice ${key}`);
    return recordOf(item);
  };

  return {
    claim: async (notice) => {
      const key = noticeKey(notice.owner, notice.key);
      if (await items.put({ ...key, notice: { ...notice, status: 'claimed' } }, isNew)) return 'new';
      return (await find(notice.owner, notice.key)).status === 'sent' ? 'sent' : 'unsent';
    },

    markSent: async (owner, key, messageId) => {
      const marked = await items.update(noticeKey(owner, key), {
        change: 'SET #notice.#status = :sent, #notice.#messageId = :messageId',
        condition: '#notice.#status = :claimed',
        names: { '#notice': 'notice', '#status': 'status', '#messageId': 'messageId' },
        values: { ':claimed': 'claimed', ':sent': 'sent', ':messageId': messageId },
      });
      // Marked before: the first message's id stays. Never claimed: `find` throws.
      if (!marked) await find(owner, key);
    },

    of: async ({ kind, aggregate }) => {
      const found = await items.range({
        partition: partitionOf(kind, aggregate),
        prefix: prefixes.notice,
        consistent: true,
      });
      return found.map(recordOf).toSorted(byTime);
    },
  };
};
