import type { Clock } from '#ports/clock.ts';
import type { FileOwner } from '#ports/evidence.ts';
import type { Mail, Notices } from '#ports/notices.ts';

export interface SendStore {
  readonly notices: Notices;
  readonly mail: Mail;
  readonly clock: Clock;
}

/** A notice as it goes to each of its addresses. */
export interface Notice {
  readonly owner: FileOwner;
  /** Says what and when; whom it goes to is added. */
  readonly key: string;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
}

const sendOnce = async (store: SendStore, notice: Notice, to: string): Promise<number> => {
  const { owner, kind, subject, text } = notice;
  const key = `${notice.key}#${to}`;
  const claim = await store.notices.claim({ owner, key, kind, to, subject, at: store.clock.now() });
  if (claim === 'sent') return 0;
  // Between the claim and the mark mail may go out twice, never not at all: mail is at least once.
  const messageId = await store.mail.send({ to, subject, text, reference: `${owner.aggregate}#${key}` });
  await store.notices.markSent(owner, key, messageId);
  return 1;
};

/**
 * Sends to every address; one that fails does not keep the others from theirs. Answers how many messages went out now.
 * @throws the first failure, once all have been tried: the notice comes again, for those who did not get it
 */
export const sendToAll = async (store: SendStore, notice: Notice, addresses: readonly string[]): Promise<number> => {
  const faults: unknown[] = [];
  let sent = 0;
  for (const to of addresses) {
    try {
      sent += await sendOnce(store, notice, to);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  return sent;
};
