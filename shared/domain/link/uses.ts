import { ok, type Result, refuse } from '../result.ts';
import type { Link } from './link.ts';
import { usesLeft } from './status.ts';

const noUseLeft = { code: 'link-used-up', message: 'This link has been used as often as it may be.' };

/**
 * Counts one use under a key that says what it is for. The same key twice in a row is one use: a button was pressed
 * twice, or a page was sent again.
 */
export const countUse = (link: Link, key: string): Result<Link> => {
  if (link.lastUse === key) return ok(link);
  if (usesLeft(link) === 0) return refuse(noUseLeft);
  return ok({ ...link, used: link.used + 1, lastUse: key, version: link.version + 1 });
};

/** Takes the last use back, because nothing came of it. One that is no longer the last stays counted. */
export const takeUseBack = (link: Link, key: string): Link => {
  const { lastUse, ...rest } = link;
  return lastUse === key ? { ...rest, used: link.used - 1, version: link.version + 1 } : link;
};
