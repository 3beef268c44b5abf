import { entryOf } from '#domain/deadline/entry.ts';
import type { Person } from '#domain/people/person.ts';
import type { Language } from '#domain/people/preferences.ts';
import { wordsOf } from '#domain/words/index.ts';
import type { CalendarEntry, CalendarFiles } from '#ports/calendar-files.ts';
import type { People } from '#ports/people.ts';
import { type AuditDeadlinesStore, auditDeadlines } from './audit-deadlines.ts';
import { type FoundLink, type LinkStore, recordUse } from './find-link.ts';
import { holderAs } from './holder.ts';
import { type Deadlines, type DeadlinesStore, type FindingDeadline, ownDeadlines } from './own-deadlines.ts';

export interface CalendarStore extends LinkStore {
  readonly people: Pick<People, 'get'>;
  readonly register: DeadlinesStore['register'] & AuditDeadlinesStore['register'];
  readonly calendarFiles: Pick<CalendarFiles, 'feed'>;
  readonly organization: string;
  readonly baseUrl: string;
  /** Of those who have chosen none. */
  readonly language: Language;
}

export interface LinkCalendar {
  /** iCalendar, RFC 5545. */
  readonly text: string;
  /** `false`: it leaves out what is due later, since it would grow too large. */
  readonly isWhole: boolean;
}

/**
 * What a link shows as a calendar: the deadlines of its audit, or those of whatever audit that concern its holder. Each
 * reading of an audit's goes on the audit's record, for it may be in foreign hands. One's own goes on no record: it says
 * no more than its owner may look up at any time, which leaves no mark either, and a calendar program that asks every hour
 * would bury who looked at evidence.
 */
const shown = async (
  store: CalendarStore,
  found: FoundLink,
  person: Person | undefined,
): Promise<Deadlines & { readonly title: (language: Language) => string }> => {
  const { link } = found;
  const holder = holderAs(link, person);
  if (link.audit === undefined)
    return {
      ...(await ownDeadlines(store, holder)),
      title: (language) => wordsOf(language).calendar.title(store.organization),
    };
  const facts = (await store.audits.latest(link.audit))?.state.facts;
  const deadlines = await auditDeadlines(store, { id: link.audit, team: facts?.team ?? [] }, holder);
  await recordUse(store, found, { kind: 'calendar-read' });
  const name = facts?.title ?? link.audit;
  return { deadlines, isWhole: true, title: (language) => wordsOf(language).calendar.auditTitle(name) };
};

/** The deadlines that a link shows, in its holder's language. */
export const readCalendar = async (store: CalendarStore, found: FoundLink): Promise<LinkCalendar> => {
  const person = await store.people.get(found.link.email);
  const language = person?.preferences?.language ?? store.language;
  const { deadlines, isWhole, title } = await shown(store, found, person);
  const written = ({ finding, deadline }: FindingDeadline): CalendarEntry => {
    const { uid, sequence, on, summary, url } = entryOf(finding, deadline, { language, baseUrl: store.baseUrl });
    // Whoever is in no directory has no account, and no use for an address inside.
    return { uid, sequence, on, summary, ...(person && { url }) };
  };
  return { text: store.calendarFiles.feed(title(language), deadlines.map(written)), isWhole };
};
