import type { AggregateKind, EventRef } from '#ports/trail.ts';
import type { WaitSubject } from '#ports/waits.ts';

/** Where an item lies in the table. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

interface Owner {
  readonly kind: AggregateKind;
  readonly aggregate: string;
}

const families = { finding: 'NC', audit: 'AUDIT' } as const satisfies Record<AggregateKind, string>;

/** Everything of one finding, or of one audit, lies in one partition. */
export const partitionOf = (kind: AggregateKind, aggregate: string): string => `${families[kind]}#${aggregate}`;

/** What the sort keys of items that are read together begin with. */
export const prefixes = {
  event: 'EVENT#',
  content: 'CONTENT#',
  evidence: 'EVIDENCE#',
  notice: 'NOTICE#',
  line: 'LINE#',
  access: 'ACCESS#',
  comment: 'COMMENT#',
  pack: 'PACK#',
  person: 'PERSON#',
  address: 'ADDRESS#',
  webhook: 'WEBHOOK#',
} as const;

const eventDigits = 6;

/** Zero-padded, so that the order of the keys is the order of the events. */
export const seqText = (seq: number): string => String(seq).padStart(eventDigits, '0');

export const eventKey = ({ kind, aggregate, seq }: EventRef): Key => ({
  pk: partitionOf(kind, aggregate),
  sk: `${prefixes.event}${seqText(seq)}`,
});

/** A content is named by its hash: two people who submit at once write two items, not one over the other. */
export const contentKey = ({ kind, aggregate }: Owner, hash: string): Key => ({
  pk: partitionOf(kind, aggregate),
  sk: `${prefixes.content}${hash}`,
});

export const evidenceKey = ({ kind, aggregate }: Owner, id: string): Key => ({
  pk: partitionOf(kind, aggregate),
  sk: `${prefixes.evidence}${id}`,
});

export const noticeKey = ({ kind, aggregate }: Owner, key: string): Key => ({
  pk: partitionOf(kind, aggregate),
  sk: `${prefixes.notice}${key}`,
});

/** In order of time; `random` tells apart what happened in one moment. */
export const accessKey = ({ kind, aggregate }: Owner, at: string, random: string): Key => ({
  pk: partitionOf(kind, aggregate),
  sk: `${prefixes.access}${at}#${random}`,
});

export const commentKey = (finding: string, id: string): Key => ({
  pk: partitionOf('finding', finding),
  sk: `${prefixes.comment}${id}`,
});

export const packKey = ({ kind, aggregate }: Owner, id: string): Key => ({
  pk: partitionOf(kind, aggregate),
  sk: `${prefixes.pack}${id}`,
});

const linkFamily = 'LINK#';

/** A link is a partition of its own, found by nothing but the hash of its secret. */
export const linkKey = (hash: string): Key => ({ pk: `${linkFamily}${hash}`, sk: 'LINK' });

/** The partition of the register index that lists the links of an audit. */
export const linksOfAudit = (audit: string): string => `${linkFamily}${audit}`;

/** The same for the links of people that are for no audit. Their addresses are in the sort key, as everywhere. */
export const linksOfPeople = 'LINKS-OF-PEOPLE';
export const linkOfPerson = (email: string): string => `${email}#`;

export const headKey = (kind: AggregateKind, aggregate: string): Key => ({
  pk: partitionOf(kind, aggregate),
  sk: 'HEAD',
});

export const waitKey = (subject: WaitSubject): Key =>
  subject.kind === 'finding'
    ? { pk: partitionOf('finding', subject.finding), sk: 'WAIT' }
    : { pk: partitionOf('audit', subject.audit), sk: `WAIT#${subject.importId}` };

export const stallKey = (finding: string): Key => ({ pk: partitionOf('finding', finding), sk: 'STALL' });

export const peoplePartition = 'PEOPLE';
export const personKey = (email: string): Key => ({ pk: peoplePartition, sk: `${prefixes.person}${email}` });

export const suppressedPartition = 'SUPPRESSED';
export const suppressedKey = (address: string): Key => ({
  pk: suppressedPartition,
  sk: `${prefixes.address}${address}`,
});

export const webhooksPartition = 'WEBHOOKS';
export const webhookKey = (id: string): Key => ({ pk: webhooksPartition, sk: `${prefixes.webhook}${id}` });

/** A person's digest of a day is a partition of its own: itself, and each of its lines. */
export const digestPartition = (date: string, person: string): string => `DIGEST#${date}#${person}`;
export const digestKey = (date: string, person: string): Key => ({ pk: digestPartition(date, person), sk: 'DIGEST' });
export const digestLineKey = (date: string, person: string, finding: string, key: string): Key => ({
  pk: digestPartition(date, person),
  sk: `${prefixes.line}${finding}#${key}`,
});

export const sweepKey: Key = { pk: 'SWEEP', sk: 'CURSOR' };

const after = (text: string, prefix: string): string | undefined =>
  text.startsWith(prefix) ? text.slice(prefix.length) : undefined;

/** The hash by which a link's key names it; `undefined` for other keys. */
export const linkHashOf = (pk: string): string | undefined => after(pk, linkFamily);

/** The finding or the audit that a partition belongs to; `undefined` for the other partitions. */
export const ownerOf = (pk: string): Owner | undefined => {
  for (const kind of ['finding', 'audit'] as const) {
    const aggregate = after(pk, `${families[kind]}#`);
    if (aggregate !== undefined) return { kind, aggregate };
  }
  return undefined;
};

/** The event that lies at a key, as a record of the table's stream names it; `undefined` for other items. */
export const eventRefOf = ({ pk, sk }: Key): EventRef | undefined => {
  const owner = ownerOf(pk);
  const seq = after(sk, prefixes.event);
  return owner === undefined || seq === undefined ? undefined : { ...owner, seq: Number(seq) };
};
