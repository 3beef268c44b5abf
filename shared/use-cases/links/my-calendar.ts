import { revoked } from '#domain/link/code.ts';
import { personalFeed } from '#domain/link/personal-feed.ts';
import { statusOf } from '#domain/link/status.ts';
import { ok, type Result } from '#domain/result.ts';
import type { HeldLink } from '#ports/links.ts';
import type { Random } from '#ports/random.ts';
import { changedTo, changeLink, type LinkStore } from './find-link.ts';
import { linkUrl } from './make-link.ts';
import { type SeenLink, seenAt } from './seen-link.ts';

export interface MyCalendarStore extends LinkStore {
  readonly random: Random;
  readonly baseUrl: string;
}

/** Where calendar programs read it. */
const feedUrl = (baseUrl: string, secret: string): string => `${linkUrl(baseUrl, secret)}/calendar.ics`;

const open = async (store: MyCalendarStore, person: string): Promise<readonly HeldLink[]> => {
  const now = store.clock.now();
  return (await store.links.ofPerson(person)).filter(({ link }) => statusOf(link, now) === 'open');
};

const revokeAll = async (
  store: MyCalendarStore,
  person: string,
  held: readonly HeldLink[],
): Promise<Result<undefined>> => {
  const now = store.clock.now();
  for (const each of held) {
    const changed = await changeLink(store, each, (link) => changedTo(revoked(link, person, now)));
    // Revoked by another request meanwhile: that is what was wanted.
    if (!changed.ok && !(await store.links.get(each.hash))?.revoked) return changed;
  }
  return ok(undefined);
};

/** A person's own feed, where there is one that can be read. */
export const myCalendar = async (store: MyCalendarStore, person: string): Promise<{ link?: SeenLink }> => {
  const [newest] = await open(store, person);
  return newest ? { link: seenAt(newest.link, store.clock.now()) } : {};
};

/**
 * Makes a person's own feed, and revokes those made before: whoever makes another one has lost the first, or wants it read
 * no more. Its address is answered once and kept nowhere.
 */
export const makeMyCalendar = async (
  store: MyCalendarStore,
  person: string,
): Promise<Result<{ readonly url: string; readonly link: SeenLink }>> => {
  const before = await open(store, person);
  const now = store.clock.now();
  const secret = store.random.secret();
  const link = personalFeed(store.random.id(), person, now);
  await store.links.add(store.secrets.hash(secret), link);
  const done = await revokeAll(store, person, before);
  return done.ok ? ok({ url: feedUrl(store.baseUrl, secret), link: seenAt(link, now) }) : done;
};

/** Revokes a person's feeds at once. Repeated, or where there is none: there is none. */
export const revokeMyCalendar = async (
  store: MyCalendarStore,
  person: string,
): Promise<Result<{ link?: SeenLink }>> => {
  const done = await revokeAll(store, person, await open(store, person));
  return done.ok ? ok({}) : done;
};
