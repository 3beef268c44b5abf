import * as z from 'zod';
import { Link } from '#domain/link/link.ts';
import type { Links } from '#ports/links.ts';
import { StoreFault } from '#ports/store.ts';
import { createItems, isNew, type Table } from './items.ts';
import { linkHashOf, linkKey, linksOfAudit } from './keys.ts';

const Stored = z.object({ link: Link });
const Listed = z.object({ pk: z.string() });

/** Written whole each time, with what lists it: its audit, and when it was made. */
const itemOf = (hash: string, link: Link) => ({
  ...linkKey(hash),
  link,
  register: linksOfAudit(link.audit),
  registerSort: `${link.at}#${link.id}`,
});

/**
 * Auditors' links. The register index lists an audit's links by their keys alone; each is then read consistently, so
 * that a list never shows a revoked one as open.
 */
export const createLinks = (table: Table): Links => {
  const items = createItems(table);

  const get = async (hash: string): Promise<Link | undefined> => {
    const item = await items.get(linkKey(hash));
    return item && Stored.parse(item).link;
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

    of: async (audit) => {
      const listed = await items.range({ index: 'register', partition: linksOfAudit(audit), descending: true });
      const hashes = listed.flatMap((item) => linkHashOf(Listed.parse(item).pk) ?? []);
      const found = await Promise.all(hashes.map(async (hash) => ({ hash, link: await get(hash) })));
      return found.flatMap(({ hash, link }) => (link ? [{ hash, link }] : []));
    },
  };
};
