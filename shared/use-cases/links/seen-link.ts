import type { Link, LinkStatus } from '#domain/link/link.ts';
import { statusOf } from '#domain/link/status.ts';

/** A link as people see it: nothing that opens it, nor what was tried. */
export type SeenLink = Omit<Link, 'code' | 'session' | 'pausedUntil' | 'lastUse'> & { readonly status: LinkStatus };

export const seenAt = (link: Link, now: string): SeenLink => {
  const { code: _code, session: _session, pausedUntil: _pause, lastUse: _use, ...rest } = link;
  return { ...rest, status: statusOf(link, now) };
};
