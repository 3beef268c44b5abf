import * as z from 'zod';
import { Link } from '#domain/link/link.ts';
import type { Links } from '#ports/links.ts';
import { StoreFault } from '#ports/store.ts';
import { createItems, isNew, type Range, type Table } from './items.ts';
import { linkHashOf, linkKey, linkOfPerson, linksOfAudit, linksOfPeople } from './keys.ts';

const Stored = z.object({ link: Link });
const Listed = z.object({ pk: z.string() });

/** What lists a link: its audit, or the person whose own it is; and when it was made. */
const placeOf = ({ audit, email, at, id }: Link) =>
  audit === undefined
    ? { register: linksOfPeople, registerSort: `${linkOfPerson(email)}${at}#${id}` }
    : { register: linksOfAudit(audit), registerSort: `${at}#${id}` };

/** Written whole each time. */
const itemOf = (hash: string, link: Link) => ({ ...linkKey(hash), link, ...placeOf(link) });

/**
 * The links. The register index lists those of an audit, and those of a person, by their keys alone; each is then read
 * consistently, so that a list never shows a revoked one as open.
 */
export const createLinks = (table: Table): Links => {
  const items = createItems(table);

  const get = async (hash: string): Promise<Link | undefined> => {
    const item = await items.get(linkKey(hash));
    return item && Stored.parse(item).link;
  };

  const listed = async (range: Pick<Range, 'partition' | 'prefix'>) => {
    const found = await items.range({ index: 'register', descending: true, ...range });
    const hashes = found.flatMap((item) => linkHashOf(Listed.parse(item).pk) ?? []);
    const links = await Promise.all(hashes.map(async (hash) => ({ hash, link: await get(hash) })));
    return links.flatMap(({ hash, link }) => (link ? [{ hash, link }] : []));
  };

  return {
    get,

    add: async (hash, link) => {
      const added = await items.put(itemOf(hash, link), isNew);
      if (!added) throw new StoreFault(`the hash of link ${link.id} is taken`);
    },

    change: async (hash, link) => {
      const written = await items.put(itemOf(hash, link), {
        condition: '#link.#version = :before',
        names: { '#link': 'link', '#version': 'version' },
        values: { ':before': link.version - 1 },
      });
      return written ? 'done' : 'stale';
    },

    of: (audit) => listed({ partition: linksOfAudit(audit) }),

    ofPerson: (email) => listed({ partition: linksOfPeople, prefix: linkOfPerson(email) }),
  };
};
