import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type DueIndex, dueShards } from '#ports/register.ts';
import { findingHeadOf } from './heads.ts';
import { createItems, type Table } from './items.ts';
import { headKey, sweepKey } from './keys.ts';

/** Always the same for a finding, and spread evenly over all of them. */
const shardOf = (finding: string): number => createHash('sha256').update(finding).digest().readUInt32BE() % dueShards;

const dueKeyOf = (date: string, shard: number): string => `DUE#${date}#${shard}`;

/** The place of a head in the due index; none where no notice will come. */
export const dueAttributes = (finding: string, date: string | undefined): { dueKey?: string; dueSort?: string } =>
  date === undefined ? {} : { dueKey: dueKeyOf(date, shardOf(finding)), dueSort: finding };

const Cursor = z.object({ sweptUntil: z.string() });

const names = { '#head': 'head', '#next': 'nextNoticeOn', '#dueKey': 'dueKey', '#dueSort': 'dueSort' } as const;

/** The days that deadline notices go out on, and how far the sweep has come. */
export const createDueIndex = (table: Table): DueIndex => {
  const items = createItems(table);
  return {
    on: async (date, shard) =>
      (await items.range({ index: 'due', partition: dueKeyOf(date, shard) })).map(findingHeadOf),

    moveOn: async (finding, seq, nextNoticeOn) => {
      const { dueKey, dueSort } = dueAttributes(finding, nextNoticeOn);
      const there = { names: { ...names, '#seq': 'seq' }, condition: '#seq = :seq' } as const;
      // Unmet where the head has been raised since: the newer head has a date of its own.
      await items.update(
        headKey('finding', finding),
        dueKey === undefined
          ? { ...there, change: 'REMOVE #head.#next, #dueKey, #dueSort', values: { ':seq': seq } }
          : {
              ...there,
              change: 'SET #head.#next = :next, #dueKey = :dueKey, #dueSort = :dueSort',
              values: { ':seq': seq, ':next': nextNoticeOn, ':dueKey': dueKey, ':dueSort': dueSort },
            },
      );
    },

    sweptUntil: async () => {
      const item = await items.get(sweepKey);
      return item && Cursor.parse(item).sweptUntil;
    },

    setSweptUntil: async (date) => {
      await items.put(
        { ...sweepKey, sweptUntil: date },
        {
          condition: 'attribute_not_exists(#until) OR #until < :date',
          names: { '#until': 'sweptUntil' },
          values: { ':date': date },
        },
      );
    },
  };
};
