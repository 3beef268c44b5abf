import { secondsAfter } from '#domain/calendar/instants.ts';
import type { Letter, LetterSetting } from '#domain/message/letter.ts';
import { type Written, written } from '#domain/message/written.ts';
import { referenceText } from '#domain/notice/reference.ts';
import type { Clock } from '#ports/clock.ts';
import type { FileOwner } from '#ports/evidence.ts';
import type { CalendarPart, Mail, NoticeRecord, Notices } from '#ports/notices.ts';
import type { Suppressions } from '#ports/suppressions.ts';
import { type Directory, type DirectoryStore, settingFor } from './directory.ts';

export interface SendStore extends DirectoryStore, LetterSetting {
  readonly notices: Pick<Notices, 'claim' | 'markSent' | 'markSuppressed'>;
  readonly suppressions: Pick<Suppressions, 'get'>;
  readonly mail: Pick<Mail, 'send'>;
  readonly clock: Clock;
  /** Seconds for which a claimed notice is its sender's alone: longer than a sender can take. */
  readonly claimLease: number;
}

/** Another sender is at it, or died a moment ago: to be taken up again later. */
export class NoticeBusy extends Error {
  override readonly name = 'NoticeBusy';
}

/**
 * Claims a notice for this sender. Answers whether it is still to be sent.
 * @throws {NoticeBusy} while another sender's claim runs
 */
export const claimed = async (
  { notices, clock, claimLease }: Pick<SendStore, 'notices' | 'clock' | 'claimLease'>,
  notice: Pick<NoticeRecord, 'owner' | 'key' | 'kind' | 'to' | 'subject'>,
): Promise<boolean> => {
  const at = clock.now();
  const leasedUntil = secondsAfter(at, claimLease);
  const claim = await notices.claim({ ...notice, at, leasedUntil });
  if (claim === 'busy')
    throw new NoticeBusy(`a notice of ${notice.owner.kind} ${notice.owner.aggregate} is being sent`);
  return claim !== 'sent';
};

/** A notice as it goes to each of its addresses. */
export interface Notice {
  readonly owner: FileOwner;
  /** Says what and when; whom it goes to is added. */
  readonly key: string;
  readonly kind: string;
  readonly letter: (setting: LetterSetting, to: string) => Letter;
  readonly calendar?: ((to: string, setting: LetterSetting) => readonly CalendarPart[]) | undefined;
}

const send = async (store: SendStore, notice: Notice, to: string, directory: Directory): Promise<number> => {
  const { owner, kind, letter, calendar } = notice;
  const key = `${notice.key}#${to}`;
  const setting = settingFor(await directory.person(to), store);
  const content: Written = written(letter(setting, to));
  if (!(await claimed(store, { owner, key, kind, to, subject: content.subject }))) return 0;
  if (await store.suppressions.get(to)) {
    await store.notices.markSuppressed(owner, key);
    return 0;
  }
  // Between the claim and the mark mail may go out twice, never not at all: mail is at least once.
  const parts = calendar?.(to, setting) ?? [];
  const messageId = await store.mail.send({
    ...content,
    to,
    ...(parts.length > 0 && { calendar: parts }),
    reference: referenceText({ ...owner, key }),
  });
  await store.notices.markSent(owner, key, messageId);
  return 1;
};

/**
 * Sends to every address, each in its language; one that fails does not keep the others from theirs. Answers how many
 * messages went out now.
 * @throws the first failure, once all have been tried: the notice comes again, for those who did not get it
 */
export const sendToAll = async (
  store: SendStore,
  notice: Notice,
  addresses: readonly string[],
  directory: Directory,
): Promise<number> => {
  const faults: unknown[] = [];
  let sent = 0;
  for (const to of addresses) {
    try {
      sent += await send(store, notice, to, directory);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  return sent;
};
