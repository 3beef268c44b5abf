import type { EventCommitted } from '#contracts/bus.ts';
import { type CalendarChange, calendarChanges } from '#domain/deadline/calendar-changes.ts';
import { entryOf } from '#domain/deadline/entry.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { LetterSetting } from '#domain/message/letter.ts';
import { type Audience, toldOf, type WaitsFor } from '#domain/notice/audience.ts';
import { changeLetter } from '#domain/notice/letters/change.ts';
import type { CalendarFiles } from '#ports/calendar-files.ts';
import type { CalendarPart } from '#ports/notices.ts';
import type { Trails } from '../trails.ts';
import { addressesOf, type Directory, openDirectory } from './directory.ts';
import { type SendStore, sendToAll } from './send-once.ts';

export interface NoticeStore extends SendStore, Pick<Trails, 'findings' | 'audits'> {
  readonly calendarFiles: Pick<CalendarFiles, 'part'>;
}

/** Whose a deadline is. */
const has: Record<WaitsFor, Audience> = {
  owner: 'owner',
  verifier: 'internal-auditor',
  reviewer: 'lead-auditor',
  appeal: 'decision-maker',
};

/** What of an event goes into one person's calendar: nothing for those who want nothing in it. */
type Parts = (to: string, setting: LetterSetting) => readonly CalendarPart[];

const calendarOf = async (
  { calendarFiles }: Pick<NoticeStore, 'calendarFiles'>,
  directory: Directory,
  event: FindingEvent,
  before: FindingEvent | undefined,
): Promise<{ readonly addresses: readonly string[]; readonly parts: Parts }> => {
  const wanting = async (change: CalendarChange | undefined): Promise<readonly string[]> => {
    const addresses = change ? await addressesOf(directory, change.finding, [has[change.audience]]) : [];
    const want = await Promise.all(
      addresses.map(async (to) => (await directory.person(to))?.preferences?.calendar !== 'none'),
    );
    return addresses.filter((_to, place) => want[place]);
  };
  const { cancelled, requested } = calendarChanges(before?.state, event.state);
  const [had, have] = [await wanting(cancelled), await wanting(requested)];
  // The same entry, requested anew, takes the place of the one before.
  const lost = cancelled?.entry.uid === requested?.entry.uid ? had.filter((to) => !have.includes(to)) : had;
  const part = (method: CalendarPart['method'], { finding, entry }: CalendarChange, ...to: [string, LetterSetting]) =>
    calendarFiles.part(method, entryOf(finding, entry, to[1]), to[0]);
  return {
    addresses: [...lost, ...have],
    parts: (to, setting) => [
      ...(requested && have.includes(to) ? [part('REQUEST', requested, to, setting)] : []),
      ...(cancelled && lost.includes(to) ? [part('CANCEL', cancelled, to, setting)] : []),
    ],
  };
};

/**
 * Tells of a committed event whoever acts next, and whoever's deadline it was or is now, each with what changes in their
 * calendar. Answers how many messages went out now.
 */
export const sendChangeNotice = async (store: NoticeStore, committed: EventCommitted): Promise<number> => {
  if (committed.kind !== 'finding') return 0;
  const event = await store.findings.at(committed.aggregate, committed.seq);
  const audience = event && toldOf[event.type]?.(event.state);
  if (!event || !audience) return 0;
  const before = event.seq > 1 ? await store.findings.at(event.aggregate, event.seq - 1) : undefined;
  const directory = openDirectory(store);
  const calendar = await calendarOf(store, directory, event, before);
  // Nobody is told of what they have just done themselves, but for what it changes in their calendar.
  const told = (await addressesOf(directory, event.state, audience)).filter((to) => to !== event.actor.person);
  const notice = {
    owner: { kind: 'finding', aggregate: event.aggregate },
    key: `change#${String(event.seq).padStart(6, '0')}`,
    kind: event.type,
    letter: (setting: LetterSetting, to: string) =>
      changeLetter(event, setting, told.includes(to) ? 'told' : 'calendar'),
    calendar: calendar.parts,
  } as const;
  return sendToAll(store, notice, [...new Set([...told, ...calendar.addresses])].sort(), directory);
};
