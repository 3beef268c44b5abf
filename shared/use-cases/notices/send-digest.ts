import type { DigestDue } from '#contracts/bus.ts';
import { civilDateOf } from '#domain/calendar/civil-date.ts';
import { written } from '#domain/message/written.ts';
import { type DigestEntry, noticeOfKey } from '#domain/notice/deadline-notice.ts';
import { digestLetter, digestSubject } from '#domain/notice/letters/digest.ts';
import { isCurrent } from '#domain/notice/owed.ts';
import { referenceText } from '#domain/notice/reference.ts';
import type { DigestLine, Digests } from '#ports/digests.ts';
import type { FileOwner } from '#ports/evidence.ts';
import type { Trails } from '../trails.ts';
import { type Directory, openDirectory, readersOf, settingFor } from './directory.ts';
import { claimed, type SendStore } from './send-once.ts';

export interface DigestStore extends SendStore, Pick<Trails, 'findings' | 'audits' | 'timeZone'> {
  readonly digests: Pick<Digests, 'get' | 'close'>;
}

/** A line that is still so, and where it stands on record. */
interface Said {
  readonly entry: DigestEntry;
  readonly owner: FileOwner;
  readonly key: string;
}

/** A line on the finding as it is now; `undefined` where that has moved on, or is the reader's no more. */
const saidOf = async (
  store: DigestStore,
  directory: Directory,
  person: string,
  { finding: id, key, escalated }: DigestLine,
): Promise<Said | undefined> => {
  const notice = noticeOfKey(key);
  // Read consistently: what has just been handed in is not chased.
  const finding = (await store.findings.latest(id))?.state;
  if (!finding || !isCurrent(finding, notice)) return undefined;
  const readers = await readersOf(directory, finding, notice);
  if (!readers.some((reader) => reader.person === person)) return undefined;
  return { entry: { finding, notice, escalated }, owner: { kind: 'finding', aggregate: id }, key: `${key}#${person}` };
};

/** All that could be done; the first of the faults in the rest comes once it is. */
const eachOf = async <T, R>(all: readonly T[], work: (each: T) => Promise<R>) => {
  const done: R[] = [];
  const faults: unknown[] = [];
  for (const each of all) {
    try {
      done.push(await work(each));
    } catch (fault) {
      faults.push(fault);
    }
  }
  return { done, faults };
};

/**
 * Sends a person's digest of a day: one message with all that is still so and was not said before. Answers how many
 * messages went out now, none or one.
 *
 * Every notice is claimed on its finding's record before the message goes, and marked after it. Who dies in between leaves
 * claims that run out, so that the message goes again: mail is at least once. Only a digest that was worked off whole is
 * closed; one that grew meanwhile stays open, and the rest follows in another message.
 * @throws {NoticeBusy} while another sender is at one of its notices: nothing was sent
 * @throws the first failure, once all was tried: the digest stays open and comes again
 */
export const sendDigest = async (store: DigestStore, { person, date }: DigestDue): Promise<number> => {
  const digest = await store.digests.get({ person, date });
  if (!digest?.open) return 0;
  const directory = openDirectory(store);
  const setting = settingFor(await directory.person(person), store);
  const today = civilDateOf(store.clock.now(), store.timeZone);

  const { done: lines, faults } = await eachOf(digest.lines, (line) => saidOf(store, directory, person, line));
  const toSay: Said[] = [];
  for (const said of lines) {
    if (!said) continue;
    const { entry, owner, key } = said;
    const subject = digestSubject({ date: today, entries: [entry] }, setting);
    if (await claimed(store, { owner, key, kind: entry.notice.kind, to: person, subject })) toSay.push(said);
  }

  let sent = 0;
  if (toSay.length > 0 && (await store.suppressions.get(person))) {
    for (const { owner, key } of toSay) await store.notices.markSuppressed(owner, key);
  } else if (toSay.length > 0) {
    const content = written(digestLetter({ date: today, entries: toSay.map(({ entry }) => entry) }, setting));
    // The version tells a supplement from a repetition.
    const reference = `${referenceText({ kind: 'digest', date, person })}#${digest.version}`;
    const messageId = await store.mail.send({ ...content, to: person, reference });
    for (const { owner, key } of toSay) await store.notices.markSent(owner, key, messageId);
    sent = 1;
  }
  if (faults.length > 0) throw faults[0];
  await store.digests.close({ person, date }, digest.version);
  return sent;
};
