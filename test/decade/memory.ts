import type * as z from 'zod';
import { addDays } from '#domain/calendar/civil-date.ts';
import type { Suppression } from '#domain/notice/suppression.ts';
import type { Person } from '#domain/people/person.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import type { DigestLine, Digests } from '#ports/digests.ts';
import type { NoticeRecord, Notices } from '#ports/notices.ts';
import type { People } from '#ports/people.ts';
import { type DueIndex, dueShards, type FindingHead, type Register } from '#ports/register.ts';
import type { Suppressions } from '#ports/suppressions.ts';
import type { Trail } from '#ports/trail.ts';

/*
 * The ports of the sweep and of its mail, in memory and as fast as can be: so that ten years pass within seconds. The
 * contracts that the adapter of DynamoDB keeps hold for these too (`memory.test.ts`).
 */

interface Recorded {
  readonly aggregate: string;
  readonly seq: number;
}

/**
 * Chains of events. What does not fit the schema is found out once, when it is appended, and told when it is read. Without
 * a schema all fits: what the domain itself has just made need not be parsed.
 */
export const createTrail = <E extends Recorded>(schema?: z.ZodType<E>): Trail<E> => {
  const chains = new Map<string, { readonly event: Sealed<E>; readonly fault: Error | undefined }[]>();
  const read = (stored: { readonly event: Sealed<E>; readonly fault: Error | undefined }): Sealed<E> => {
    if (stored.fault) throw stored.fault;
    return stored.event;
  };
  const chain = (aggregate: string) => chains.get(aggregate) ?? [];
  return {
    latest: async (aggregate) => {
      const newest = chain(aggregate).at(-1);
      return newest && read(newest);
    },
    at: async (aggregate, seq) => {
      const event = chain(aggregate)[seq - 1];
      return event && read(event);
    },
    all: async (aggregate) => chain(aggregate).map(read),
    append: async (event) => {
      const events = chain(event.aggregate);
      if (events.length >= event.seq) return 'conflict';
      const { prevHash: _prevHash, hash: _hash, ...unsealed } = event;
      chains.set(event.aggregate, [...events, { event, fault: schema?.safeParse(unsealed).error }]);
      return 'appended';
    },
    relayed: async () => undefined,
  };
};

/** Heads, and the due index over them. */
export const createHeads = () => {
  const heads = new Map<string, FindingHead>();
  const days = new Map<string, Set<string>>();
  let cursor: string | undefined;
  const shardOf = (id: string): number =>
    [...id].reduce((hash, char) => (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0, 7) % dueShards;
  const place = (day: string, id: string): string => `${day}#${shardOf(id)}`;
  const put = (head: FindingHead): void => {
    const before = heads.get(head.id)?.nextNoticeOn;
    if (before !== undefined) days.get(place(before, head.id))?.delete(head.id);
    const next = head.nextNoticeOn;
    if (next !== undefined) days.set(place(next, head.id), (days.get(place(next, head.id)) ?? new Set()).add(head.id));
    heads.set(head.id, head);
  };

  const register: Pick<Register, 'raise' | 'head'> = {
    raise: async (head) => {
      const before = heads.get(head.id);
      const { nextNoticeOn, ...rest } = head;
      if (!before || before.seq < head.seq) put(nextNoticeOn === undefined ? rest : head);
    },
    head: async (id) => heads.get(id),
  };
  const due: DueIndex = {
    on: async (date, shard) => [...(days.get(`${date}#${shard}`) ?? [])].flatMap((id) => heads.get(id) ?? []),
    moveOn: async ({ id, seq, nextNoticeOn: was }, next) => {
      const head = heads.get(id);
      if (head?.seq !== seq || head.nextNoticeOn !== was) return;
      const { nextNoticeOn: _was, ...rest } = head;
      put(next === undefined ? rest : { ...rest, nextNoticeOn: next });
    },
    sweptUntil: async () => cursor,
    setSweptUntil: async (date, was) => {
      if (cursor === was) cursor = date;
    },
    sweepAgain: async (date) => {
      if (cursor !== undefined && cursor >= date) cursor = addDays(date, -1);
    },
  };
  return { register, due };
};

interface KeptDigest {
  readonly date: string;
  readonly person: string;
  readonly hour: number;
  readonly lines: Map<string, DigestLine>;
  version: number;
}

export const createDigests = (): Digests => {
  const all = new Map<string, KeptDigest>();
  const open = new Map<string, KeptDigest>();
  const nameOf = ({ date, person }: Pick<KeptDigest, 'date' | 'person'>): string => `${date}#${person}`;
  const byPlace = (a: KeptDigest, b: KeptDigest): number =>
    a.date.localeCompare(b.date) || a.hour - b.hour || a.person.localeCompare(b.person);
  return {
    add: async (ref, line, hour) => {
      const digest = all.get(nameOf(ref)) ?? { ...ref, hour, lines: new Map(), version: 0 };
      const key = `${line.finding}#${line.key}`;
      if (!digest.lines.has(key)) digest.lines.set(key, line);
      digest.version += 1;
      all.set(nameOf(ref), digest);
      open.set(nameOf(ref), digest);
    },
    due: async (date, hour) =>
      [...open.values()]
        .filter((digest) => digest.date < date || digest.hour <= hour)
        .sort(byPlace)
        .map(({ person, date: of }) => ({ person, date: of })),
    get: async (ref) => {
      const digest = all.get(nameOf(ref));
      return digest && { lines: [...digest.lines.values()], version: digest.version, open: open.has(nameOf(ref)) };
    },
    close: async (ref, version) => {
      if (all.get(nameOf(ref))?.version !== version) return 'grown';
      open.delete(nameOf(ref));
      return 'closed';
    },
  };
};

export const createNotices = (): Notices => {
  const owners = new Map<string, Map<string, NoticeRecord>>();
  const recordsOf = ({ kind, aggregate }: NoticeRecord['owner']): Map<string, NoticeRecord> => {
    const name = `${kind}#${aggregate}`;
    const records = owners.get(name) ?? new Map<string, NoticeRecord>();
    owners.set(name, records);
    return records;
  };
  const settle = (owner: NoticeRecord['owner'], key: string, as: Partial<NoticeRecord>): void => {
    const records = recordsOf(owner);
    const found = records.get(key);
    if (!found) throw new Error(`no notice ${key}`);
    const { leasedUntil: _over, ...rest } = found;
    if (found.status === 'claimed') records.set(key, { ...rest, ...as });
  };
  const byTime = (a: NoticeRecord, b: NoticeRecord): number => (`${a.at}#${a.key}` < `${b.at}#${b.key}` ? -1 : 1);
  return {
    claim: async (notice) => {
      const records = recordsOf(notice.owner);
      const found = records.get(notice.key);
      if (!found) {
        records.set(notice.key, { ...notice, status: 'claimed' });
        return 'new';
      }
      if (found.status !== 'claimed') return 'sent';
      if (found.leasedUntil !== undefined && found.leasedUntil > notice.at) return 'busy';
      records.set(notice.key, { ...found, leasedUntil: notice.leasedUntil });
      return 'unsent';
    },
    markSent: async (owner, key, messageId) => settle(owner, key, { status: 'sent', messageId }),
    markSuppressed: async (owner, key) => settle(owner, key, { status: 'suppressed' }),
    markReturned: async (owner, key, returned) => {
      const found = recordsOf(owner).get(key);
      if (found && !found.returned) recordsOf(owner).set(key, { ...found, returned });
    },
    of: async (owner) => [...recordsOf(owner).values()].sort(byTime),
  };
};

export const createPeople = (): People => {
  const people = new Map<string, Person>();
  return {
    get: async (email) => people.get(email),
    all: async () => [...people.values()],
    put: async (person) => {
      people.set(person.email, { ...people.get(person.email), ...person });
    },
    prefer: async (email, preferences) => {
      const person = people.get(email);
      if (person) people.set(email, { ...person, preferences });
      return person !== undefined;
    },
    keepViews: async (email, views) => {
      const person = people.get(email);
      if (person) people.set(email, { ...person, views });
      return person !== undefined;
    },
  };
};

export const createSuppressions = (): Suppressions => {
  const all = new Map<string, Suppression>();
  return {
    get: async (address) => all.get(address),
    all: async () => [...all.values()],
    add: async (suppression) => {
      if (!all.has(suppression.address)) all.set(suppression.address, suppression);
    },
    lift: async (address) => all.delete(address),
  };
};
