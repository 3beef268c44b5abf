import * as z from 'zod';
import { Person } from '#domain/people/person.ts';
import type { People } from '#ports/people.ts';
import { createItems, isNew, isThere, type Table } from './items.ts';
import { peoplePartition, personKey, prefixes } from './keys.ts';

const Stored = z.object({ person: Person });

/** The people directory, in order of e-mail addresses. Read consistently: a role that was taken away is away. */
export const createPeople = (table: Table): People => {
  const items = createItems(table);

  /** Some of what is known of a person, and nothing else: what others change at the same time stays. */
  const change = (email: string, part: Readonly<Partial<Person>>): Promise<boolean> => {
    const parts = Object.entries(part).filter(([, value]) => value !== undefined);
    return items.update(personKey(email), {
      ...isThere,
      change: `SET ${parts.map(([name]) => `#person.#${name} = :${name}`).join(', ')}`,
      names: {
        ...isThere.names,
        '#person': 'person',
        ...Object.fromEntries(parts.map(([name]) => [`#${name}`, name])),
      },
      values: Object.fromEntries(parts.map(([name, value]) => [`:${name}`, value])),
    });
  };

  const put = async (person: Person): Promise<void> => {
    const { email, ...facts } = person;
    if (await change(email, facts)) return;
    // Somebody else may have added the person since: then it is changed after all.
    if (!(await items.put({ ...personKey(email), person }, isNew))) await change(email, facts);
  };

  return {
    get: async (email) => {
      const item = await items.get(personKey(email));
      return item && Stored.parse(item).person;
    },
    all: async () => {
      const found = await items.range({ partition: peoplePartition, prefix: prefixes.person, consistent: true });
      return found.map((item) => Stored.parse(item).person);
    },
    put,
    prefer: (email, preferences) => change(email, { preferences }),
    keepViews: (email, views) => change(email, { views }),
  };
};
