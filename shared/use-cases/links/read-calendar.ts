import { deadlinesOf, type FindingDeadline } from '#domain/link/deadlines.ts';
import type { People } from '#ports/people.ts';
import type { Register } from '#ports/register.ts';
import { mayRead } from '../commands/access.ts';
import { type FoundLink, type LinkStore, recordUse } from './find-link.ts';
import { holderOf } from './holder.ts';

export interface CalendarStore extends LinkStore {
  readonly people: Pick<People, 'get'>;
  readonly register: Pick<Register, 'findings'>;
}

export interface LinkCalendar {
  readonly title: string;
  readonly deadlines: readonly FindingDeadline[];
}

/** Ids of an audit's findings, page by page. */
const findingsOf = async (store: Pick<CalendarStore, 'register'>, audit: string): Promise<string[]> => {
  const ids: string[] = [];
  let next: string | undefined;
  do {
    const page = await store.register.findings({ audit, limit: 200, ...(next !== undefined && { next }) });
    ids.push(...page.items.map(({ id }) => id));
    next = page.next;
  } while (next !== undefined);
  return ids;
};

/** The open deadlines of the audit's findings that the holder may see. Each reading goes on the record. */
export const readCalendar = async (store: CalendarStore, found: FoundLink): Promise<LinkCalendar> => {
  const { link } = found;
  const holder = await holderOf(store, link);
  const audit = (await store.audits.latest(link.audit))?.state;
  const team = audit?.facts.team ?? [];
  const events = await Promise.all((await findingsOf(store, link.audit)).map((id) => store.findings.latest(id)));
  const theirs = events.flatMap((event) => (event && mayRead(holder, event.state, team) ? [event.state] : []));
  await recordUse(store, found, { kind: 'calendar-read' });
  return { title: audit?.facts.title ?? link.audit, deadlines: theirs.flatMap(deadlinesOf) };
};
