import * as z from 'zod';
import { Person } from '#domain/people/person.ts';
import type { People } from '#ports/people.ts';
import { createItems, type Table } from './items.ts';
import { peoplePartition, personKey, prefixes } from './keys.ts';

const Stored = z.object({ person: Person });

/** The people directory, in order of e-mail addresses. Read consistently: a role that was taken away is away. */
export const createPeople = (table: Table): People => {
  const items = createItems(table);
  return {
    get: async (email) => {
      const item = await items.get(personKey(email));
      return item && Stored.parse(item).person;
    },
    all: async () => {
      const found = await items.range({ partition: peoplePartition, prefix: prefixes.person, consistent: true });
      return found.map((item) => Stored.parse(item).person);
    },
    put: async (person) => {
      await items.put({ ...personKey(person.email), person });
    },
  };
};
