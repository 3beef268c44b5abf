import { createHash } from 'node:crypto';
import * as z from 'zod';
import { addDays } from '#domain/calendar/civil-date.ts';
import { type DueIndex, dueShards } from '#ports/register.ts';
import { findingHeadOf } from './heads.ts';
import { createItems, isNew, type Table } from './items.ts';
import { headKey, sweepKey } from './keys.ts';

/** Always the same for a finding, and spread evenly over all of them. */
const shardOf = (finding: string): number => createHash('sha256').update(finding).digest().readUInt32BE() % dueShards;

const dueKeyOf = (date: string, shard: number): string => `DUE#${date}#${shard}`;

/** The place of a head in the due index; none where no notice will come. */
export const dueAttributes = (finding: string, date: string | undefined): { dueKey?: string; dueSort?: string } =>
  date === undefined ? {} : { dueKey: dueKeyOf(date, shardOf(finding)), dueSort: finding };

const Cursor = z.object({ sweptUntil: z.string() });
const cursorNames = { '#until': 'sweptUntil' } as const;

const names = { '#head': 'head', '#next': 'nextNoticeOn', '#dueKey': 'dueKey', '#dueSort': 'dueSort' } as const;

/** The days that notices on dates go out on, and how far the sweep has come. */
export const createDueIndex = (table: Table): DueIndex => {
  const items = createItems(table);
  return {
    on: async (date, shard) =>
      (await items.range({ index: 'due', partition: dueKeyOf(date, shard) })).map(findingHeadOf),

    moveOn: async ({ id, seq, nextNoticeOn }, next) => {
      const { dueKey, dueSort } = dueAttributes(id, next);
      // Unmet where the head has been raised since: the newer head has a date of its own.
      const there = { names: { ...names, '#seq': 'seq' }, condition: '#seq = :seq AND #head.#next = :was' } as const;
      const values = { ':seq': seq, ':was': nextNoticeOn };
      await items.update(
        headKey('finding', id),
        dueKey === undefined
          ? { ...there, change: 'REMOVE #head.#next, #dueKey, #dueSort', values }
          : {
              ...there,
              change: 'SET #head.#next = :next, #dueKey = :dueKey, #dueSort = :dueSort',
              values: { ...values, ':next': next, ':dueKey': dueKey, ':dueSort': dueSort },
            },
      );
    },

    sweptUntil: async () => {
      const item = await items.get(sweepKey);
      return item && Cursor.parse(item).sweptUntil;
    },

    setSweptUntil: async (date, was) => {
      await items.put(
        { ...sweepKey, sweptUntil: date },
        was === undefined ? isNew : { condition: '#until = :was', names: cursorNames, values: { ':was': was } },
      );
    },

    sweepAgain: async (date) => {
      await items.put(
        { ...sweepKey, sweptUntil: addDays(date, -1) },
        { condition: '#until >= :date', names: cursorNames, values: { ':date': date } },
      );
    },
  };
};
