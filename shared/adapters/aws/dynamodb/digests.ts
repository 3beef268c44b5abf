import * as z from 'zod';
import type { DigestLine, DigestRef, Digests } from '#ports/digests.ts';
import { createItems, isNew, type Table } from './items.ts';
import { digestKey, digestLineKey, digestPartition, prefixes } from './keys.ts';

/** The one partition of the due index that open digests wait in: there are no more of them than people. */
const waiting = 'DIGEST';

const lineShape = {
  finding: z.string(),
  key: z.string(),
  escalated: z.boolean(),
} satisfies Record<keyof DigestLine, z.ZodType>;

const StoredLine = z.object({ line: z.object(lineShape) });
const StoredDigest = z.object({ version: z.int(), dueKey: z.string().optional() });

const hourDigits = 2;
const sortOf = ({ date, person }: DigestRef, hour: number): string =>
  `${date}#${String(hour).padStart(hourDigits, '0')}#${person}`;

const Waiting = z.object({
  dueSort: z.string().transform((sort) => {
    const [date = '', hour = '', ...person] = sort.split('#');
    return { date, hour: Number(hour), person: person.join('#') };
  }),
});

/** Digests: each a partition of its own, found by the due index while it is open. */
export const createDigests = (table: Table): Digests => {
  const items = createItems(table);
  return {
    add: async ({ person, date }, line, hour) => {
      await items.put({ ...digestLineKey(date, person, line.finding, line.key), line }, isNew);
      // After the line, and also where that was there before: who wrote it may have died here. Whoever reads this version
      // reads the line too, so a digest is never closed on a line that nobody has read.
      await items.update(digestKey(date, person), {
        change:
          'SET #version = if_not_exists(#version, :none) + :one, #sort = if_not_exists(#sort, :sort), ' +
          '#dueSort = if_not_exists(#sort, :sort), #dueKey = :waiting',
        names: { '#version': 'version', '#sort': 'sort', '#dueSort': 'dueSort', '#dueKey': 'dueKey' },
        values: { ':none': 0, ':one': 1, ':sort': sortOf({ date, person }, hour), ':waiting': waiting },
      });
    },

    due: async (date, hour) => {
      const open = await items.range({ index: 'due', partition: waiting });
      return open
        .map((item) => Waiting.parse(item).dueSort)
        .filter((digest) => digest.date < date || digest.hour <= hour)
        .map(({ person, date: of }) => ({ person, date: of }));
    },

    get: async ({ person, date }) => {
      const found = await items.range({ partition: digestPartition(date, person), consistent: true });
      const isLine = ({ sk }: Readonly<Record<string, unknown>>): boolean => String(sk).startsWith(prefixes.line);
      const digest = found.find((item) => !isLine(item));
      if (!digest) return undefined;
      const { version, dueKey } = StoredDigest.parse(digest);
      const lines = found.filter(isLine).map((item) => StoredLine.parse(item).line);
      return { lines, version, open: dueKey !== undefined };
    },

    close: async ({ person, date }, version) => {
      const closed = await items.update(digestKey(date, person), {
        change: 'REMOVE #dueKey, #dueSort',
        condition: '#version = :version',
        names: { '#version': 'version', '#dueKey': 'dueKey', '#dueSort': 'dueSort' },
        values: { ':version': version },
      });
      return closed ? 'closed' : 'grown';
    },
  };
};
