import * as z from 'zod';
import { type Access, accessKinds } from '#domain/evidence/access.ts';
import type { Accesses } from '#ports/accesses.ts';
import type { Random } from '#ports/random.ts';
import { StoreFault } from '#ports/store.ts';
import { createItems, isNew, type Table } from './items.ts';
import { accessKey, partitionOf, prefixes } from './keys.ts';

const accessShape = {
  at: z.string(),
  kind: z.enum(accessKinds),
  person: z.string(),
  address: z.string(),
  link: z.string().optional(),
  subject: z.string().optional(),
} satisfies Record<keyof Access, z.ZodType>;

const Stored = z.object({ access: z.object(accessShape) });

/** Who looked at what: beside the finding or the audit it is about, each written once. */
export const createAccesses = ({ random, ...table }: Table & { readonly random: Pick<Random, 'id'> }): Accesses => {
  const items = createItems(table);
  return {
    record: async (owner, access) => {
      const written = await items.put({ ...accessKey(owner, access.at, random.id()), access }, isNew);
      if (!written)
        throw new StoreFault(`an access to ${owner.kind} ${owner.aggregate} was recorded under a taken key`);
    },

    of: async ({ kind, aggregate }) => {
      const found = await items.range({
        partition: partitionOf(kind, aggregate),
        prefix: prefixes.access,
        consistent: true,
      });
      return found.map((item) => Stored.parse(item).access);
    },
  };
};
