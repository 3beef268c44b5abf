import * as z from 'zod';
import { returnKinds } from '#domain/notice/suppression.ts';
import type { FileOwner } from '#ports/evidence.ts';
import type { NoticeRecord, Notices } from '#ports/notices.ts';
import { StoreFault } from '#ports/store.ts';
import { createItems, isNew, type StoredItem, type Table, type Update } from './items.ts';
import { noticeKey, partitionOf, prefixes } from './keys.ts';

const noticeShape = {
  owner: z.object({ kind: z.enum(['finding', 'audit']), aggregate: z.string() }),
  key: z.string(),
  kind: z.string(),
  to: z.string(),
  subject: z.string(),
  status: z.enum(['claimed', 'sent', 'suppressed']),
  at: z.string(),
  leasedUntil: z.string().optional(),
  messageId: z.string().optional(),
  returned: z.object({ kind: z.enum(returnKinds), at: z.string(), reason: z.string() }).optional(),
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

  /** What is sent or suppressed stays so; its lease is over. */
  const settle = async (owner: FileOwner, key: string, { change, names, values }: Update): Promise<void> => {
    const settled = await items.update(noticeKey(owner, key), {
      change: `${change} REMOVE #notice.#lease`,
      condition: '#notice.#status = :claimed',
      names: { ...names, '#notice': 'notice', '#status': 'status', '#lease': 'leasedUntil' },
      values: { ...values, ':claimed': 'claimed' },
    });
    // Settled before: the first outcome stays. Never claimed: `find` throws.
    if (!settled) await find(owner, key);
  };

  return {
    claim: async (notice) => {
      const key = noticeKey(notice.owner, notice.key);
      if (await items.put({ ...key, notice: { ...notice, status: 'claimed' } }, isNew)) return 'new';
      // Taken over by the first who finds its lease at an end; one without a lease is anybody's.
      const taken = await items.update(key, {
        change: 'SET #notice.#lease = :lease',
        condition: '#notice.#status = :claimed AND (attribute_not_exists(#notice.#lease) OR #notice.#lease <= :now)',
        names: { '#notice': 'notice', '#status': 'status', '#lease': 'leasedUntil' },
        values: { ':claimed': 'claimed', ':lease': notice.leasedUntil ?? notice.at, ':now': notice.at },
      });
      if (taken) return 'unsent';
      return (await find(notice.owner, notice.key)).status === 'claimed' ? 'busy' : 'sent';
    },

    markSent: (owner, key, messageId) =>
      settle(owner, key, {
        change: 'SET #notice.#status = :settled, #notice.#messageId = :messageId',
        names: { '#messageId': 'messageId' },
        values: { ':settled': 'sent', ':messageId': messageId },
      }),

    markSuppressed: (owner, key) =>
      settle(owner, key, { change: 'SET #notice.#status = :settled', values: { ':settled': 'suppressed' } }),

    markReturned: async (owner, key, returned) => {
      await items.update(noticeKey(owner, key), {
        change: 'SET #notice.#returned = :returned',
        condition: 'attribute_exists(#notice.#key) AND attribute_not_exists(#notice.#returned)',
        names: { '#notice': 'notice', '#key': 'key', '#returned': 'returned' },
        values: { ':returned': returned },
      });
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
