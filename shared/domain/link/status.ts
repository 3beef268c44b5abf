import { hasCome } from '../calendar/instants.ts';
import type { Link, LinkStatus } from './link.ts';

/** How a link stands at an instant. Where several are true, the first of revoked, expired, used-up is said. */
export const statusOf = (link: Link, now: string): LinkStatus => {
  if (link.revoked) return 'revoked';
  if (hasCome(link.expiresAt, now)) return 'expired';
  return link.uses !== undefined && link.used >= link.uses ? 'used-up' : 'open';
};

/** How often it may still be used; `undefined`: as often as one likes. */
export const usesLeft = (link: Link): number | undefined =>
  link.uses === undefined ? undefined : Math.max(0, link.uses - link.used);
