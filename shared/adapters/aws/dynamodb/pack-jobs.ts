import * as z from 'zod';
import { PackJob } from '#domain/pack/job.ts';
import type { PackJobs } from '#ports/packs.ts';
import { StoreFault } from '#ports/store.ts';
import { createItems, isNew, type Table } from './items.ts';
import { packKey, partitionOf, prefixes } from './keys.ts';

const Stored = z.object({ job: PackJob });

const newestFirst = (a: PackJob, b: PackJob): number => (`${a.at}#${a.id}` < `${b.at}#${b.id}` ? 1 : -1);

/** The packs that were asked for, in the partition of what they are about. */
export const createPackJobs = (table: Table): PackJobs => {
  const items = createItems(table);
  return {
    add: async (job) => {
      const added = await items.put({ ...packKey(job, job.id), job }, isNew);
      if (!added) throw new StoreFault(`the pack ${job.id} of ${job.kind} ${job.aggregate} is taken`);
    },

    get: async (owner, id) => {
      const item = await items.get(packKey(owner, id));
      return item && Stored.parse(item).job;
    },

    of: async ({ kind, aggregate }) => {
      const found = await items.range({
        partition: partitionOf(kind, aggregate),
        prefix: prefixes.pack,
        consistent: true,
      });
      return found.map((item) => Stored.parse(item).job).toSorted(newestFirst);
    },

    change: async (job) => {
      const changed = await items.put(
        { ...packKey(job, job.id), job },
        {
          condition: '#job.#version = :before',
          names: { '#job': 'job', '#version': 'version' },
          values: { ':before': job.version - 1 },
        },
      );
      return changed ? 'done' : 'stale';
    },
  };
};
