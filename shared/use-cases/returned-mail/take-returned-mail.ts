import { returnedMailLetter } from '#domain/notice/letters/returned-mail.ts';
import type { Reference } from '#domain/notice/reference.ts';
import type { ReturnKind } from '#domain/notice/suppression.ts';
import type { Digests } from '#ports/digests.ts';
import type { FileOwner } from '#ports/evidence.ts';
import type { NoticeRecord, Notices } from '#ports/notices.ts';
import type { Suppressions } from '#ports/suppressions.ts';
import { openDirectory } from '../notices/directory.ts';
import { type SendStore, sendToAll } from '../notices/send-once.ts';

export interface ReturnStore extends SendStore {
  readonly notices: Notices;
  readonly digests: Pick<Digests, 'get'>;
  readonly suppressions: Pick<Suppressions, 'get' | 'add'>;
}

/** A message of ours that came back, as the mail service tells of it. */
export interface ReturnedMail {
  readonly kind: ReturnKind;
  /** Whether there is no use in sending to the address again. */
  readonly isPermanent: boolean;
  readonly address: string;
  /** In the words of the mail service. */
  readonly reason: string;
  /** Instant in UTC. */
  readonly at: string;
  /** By which the mail service knows the message. */
  readonly messageId: string;
  /** What it was about; `undefined` where that cannot be told. */
  readonly reference: Reference | undefined;
  readonly subject: string | undefined;
}

export interface TakenReturn {
  /** Notices on record whose message it was. */
  readonly marked: number;
  readonly suppressed: boolean;
  /** Messages that went out now to tell of it. */
  readonly told: number;
  /** There is somebody who is told, now or before. */
  readonly isTold: boolean;
}

const noticeKind = 'mail-returned';

interface Place {
  readonly owner: FileOwner;
  readonly key: string;
}

/** Where the notices of a message are on record. A link's message is no notice: its uses are on record, not its mail. */
const placesOf = async ({ digests }: Pick<ReturnStore, 'digests'>, reference: Reference): Promise<readonly Place[]> => {
  switch (reference.kind) {
    case 'finding':
    case 'audit':
      return [{ owner: { kind: reference.kind, aggregate: reference.aggregate }, key: reference.key }];
    case 'digest': {
      const digest = await digests.get(reference);
      return (digest?.lines ?? []).map(({ finding, key }) => ({
        owner: { kind: 'finding', aggregate: finding },
        key: `${key}#${reference.person}`,
      }));
    }
    case 'link':
      return [];
  }
};

/** The notices of the message. Of a digest with a supplement each is in one of two messages; what has no message yet may be. */
const noticesIn = async (
  store: Pick<ReturnStore, 'notices' | 'digests'>,
  { reference, messageId }: ReturnedMail,
): Promise<readonly NoticeRecord[]> => {
  const places = reference ? await placesOf(store, reference) : [];
  const found = await Promise.all(
    places.map(async ({ owner, key }) => (await store.notices.of(owner)).find((notice) => notice.key === key)),
  );
  return found.flatMap((notice) => (notice && (notice.messageId ?? messageId) === messageId ? [notice] : []));
};

/** On whose record it is put that the managers are told: with the first notice, or with what a link was for. */
const recordFor = (notices: readonly NoticeRecord[], reference: Reference | undefined): FileOwner | undefined =>
  notices[0]?.owner ?? (reference?.kind === 'link' ? reference.on : undefined);

/**
 * Takes note of a message that came back. Its notices say so on their findings; an address that is good for nothing, or
 * whose reader wants no mail, gets none any more; the ISMS managers are told, once for each message. Repeated, it changes
 * nothing.
 *
 * That a message to a manager about such a message came back for now is not told by mail: two managers whose mailboxes are
 * full would be told of each other without end.
 * @throws where a message cannot be sent, once all else is done
 */
export const takeReturnedMail = async (store: ReturnStore, returned: ReturnedMail): Promise<TakenReturn> => {
  const { kind, isPermanent, address, reason, at, reference, messageId, subject } = returned;
  const notices = await noticesIn(store, returned);
  for (const { owner, key } of notices) await store.notices.markReturned(owner, key, { kind, at, reason });
  if (isPermanent) await store.suppressions.add({ address, kind, reason, at });

  const taken = { marked: notices.length, suppressed: isPermanent };
  const owner = recordFor(notices, reference);
  const isCircular = !isPermanent && notices.some((notice) => notice.kind === noticeKind);
  if (!owner || isCircular) return { ...taken, told: 0, isTold: false };
  const directory = openDirectory(store);
  const managers = (await directory.all())
    .filter(({ email, roles }) => roles.includes('isms-manager') && email !== address)
    .map(({ email }) => email);
  const reachable: string[] = [];
  for (const manager of managers) if (!(await store.suppressions.get(manager))) reachable.push(manager);
  const subjects = notices.map((notice) => notice.subject);
  const about = subjects.length > 0 || subject === undefined ? [...new Set(subjects)] : [subject];
  const told = await sendToAll(
    store,
    {
      owner,
      key: `returned#${messageId}`,
      kind: noticeKind,
      letter: (setting) => returnedMailLetter({ address, kind, reason, about, suppressed: isPermanent }, setting),
    },
    reachable,
    directory,
  );
  return { ...taken, told, isTold: reachable.length > 0 };
};
