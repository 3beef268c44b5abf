import type { Access } from '#domain/evidence/access.ts';
import { hasSession } from '#domain/link/code.ts';
import type { Link } from '#domain/link/link.ts';
import { statusOf } from '#domain/link/status.ts';
import { ok, type Refusal, type Result, refuse } from '#domain/result.ts';
import type { Accesses } from '#ports/accesses.ts';
import type { FileOwner } from '#ports/evidence.ts';
import type { Links } from '#ports/links.ts';
import type { Secrets } from '#ports/secrets.ts';
import type { Trails } from '../trails.ts';

export interface LinkStore extends Trails {
  readonly links: Links;
  readonly accesses: Pick<Accesses, 'record'>;
  readonly secrets: Secrets;
}

/** Somebody at the address of a link. */
export interface Visit {
  /** The part of the address that opens the link, as it was given: it may be anything. */
  readonly secret: string;
  /** The session that the browser holds for the link with this id. */
  readonly session: (link: string) => string | undefined;
  /** Network address. */
  readonly address: string;
}

/** A link that is alive, as this visitor finds it. */
export interface FoundLink {
  readonly secret: string;
  readonly hash: string;
  readonly link: Link;
  /** Opened by a code in this browser. */
  readonly isOpened: boolean;
  readonly isUsedUp: boolean;
  readonly address: string;
}

/** Wrong, expired, used up, revoked, of another purpose: nobody is told which. */
export const linkDead: Refusal = {
  code: 'link-dead',
  message: 'This link does not open anything, or it does no longer. Ask whoever sent it for a new one.',
};

/**
 * The link at an address, or `undefined` for everything that opens nothing: the table is asked once and the same is
 * computed, whatever the reason. A link that is used up still shows its holder, in the session that used it, what came
 * of it.
 */
export const findLink = async (store: LinkStore, visit: Visit): Promise<FoundLink | undefined> => {
  const { secret, address } = visit;
  const hash = store.secrets.hash(secret);
  const link = await store.links.get(hash);
  const now = store.clock.now();
  const session = store.secrets.bind(secret, visit.session(link?.id ?? '') ?? '');
  const isTheirs = store.secrets.same(session, link?.session?.hash ?? '');
  if (!link) return undefined;
  const status = statusOf(link, now);
  const isOpened = isTheirs && hasSession(link, now);
  const isUsedUp = status === 'used-up';
  return status === 'open' || (isUsedUp && isOpened) ? { secret, hash, link, isOpened, isUsedUp, address } : undefined;
};

const busy: Refusal = {
  code: 'link-busy',
  message: 'This link is being used in another window at the same time. Try again.',
};

/** Tries of a change while others win the race. */
const attempts = 8;

export interface Changed<T> {
  readonly link: Link;
  readonly value: T;
}

/**
 * Changes a link, on condition that nobody has changed it since it was read; otherwise reads it and decides again. So
 * two windows at once never use one use twice, nor give one code more often than it may be given.
 */
export const changeLink = async <T>(
  store: LinkStore,
  found: Pick<FoundLink, 'hash' | 'link'>,
  step: (link: Link) => Result<Changed<T>>,
): Promise<Result<Changed<T>>> => {
  let { link } = found;
  for (let left = attempts; left > 0; left -= 1) {
    const next = step(link);
    if (!next.ok || next.value.link === link) return next;
    if ((await store.links.change(found.hash, next.value.link)) === 'done') return next;
    const fresh = await store.links.get(found.hash);
    if (!fresh || fresh.revoked) return refuse(linkDead);
    link = fresh;
  }
  return refuse(busy);
};

/** A step that only changes, with nothing to say. */
export const changedTo = (link: Link): Result<Changed<undefined>> => ok({ link, value: undefined });

/**
 * Where uses of a link are put on the record, and files that come by it are kept: with the finding it is for, or with its
 * audit. A person's own calendar is for neither: it is put on no record, and nothing comes by it.
 * @throws {RangeError} for a link that is for neither
 */
export const ownerOfLink = ({ id, finding, audit }: Link): FileOwner => {
  if (finding !== undefined) return { kind: 'finding', aggregate: finding };
  if (audit !== undefined) return { kind: 'audit', aggregate: audit };
  throw new RangeError(`link ${id} is for no finding and no audit`);
};

/** Puts a use of the link on the record, by its holder unless somebody else is named. */
export const recordUse = (
  store: LinkStore,
  { link, address }: Pick<FoundLink, 'link' | 'address'>,
  use: Pick<Access, 'kind'> & Partial<Pick<Access, 'person' | 'subject'>>,
): Promise<void> =>
  store.accesses.record(ownerOfLink(link), {
    at: store.clock.now(),
    person: link.email,
    address,
    link: link.id,
    ...use,
  });
