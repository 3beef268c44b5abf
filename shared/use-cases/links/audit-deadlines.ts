import { deadlinesOf } from '#domain/deadline/deadline.ts';
import type { TeamMember } from '#domain/finding/context.ts';
import type { Actor } from '#domain/people/person.ts';
import type { Register } from '#ports/register.ts';
import { mayRead } from '../commands/access.ts';
import type { Trails } from '../trails.ts';
import type { FindingDeadline } from './own-deadlines.ts';

export interface AuditDeadlinesStore extends Pick<Trails, 'findings'> {
  readonly register: Pick<Register, 'findings'>;
}

/** Ids of an audit's findings, page by page. */
const findingsOf = async ({ register }: AuditDeadlinesStore, audit: string): Promise<string[]> => {
  const ids: string[] = [];
  let next: string | undefined;
  do {
    const page = await register.findings({ audit, limit: 200, ...(next !== undefined && { next }) });
    ids.push(...page.items.map(({ id }) => id));
    next = page.next;
  } while (next !== undefined);
  return ids;
};

/** The open deadlines of those of an audit's findings that a person may see. */
export const auditDeadlines = async (
  store: AuditDeadlinesStore,
  audit: { readonly id: string; readonly team: readonly TeamMember[] },
  person: Actor,
): Promise<readonly FindingDeadline[]> => {
  const events = await Promise.all((await findingsOf(store, audit.id)).map((id) => store.findings.latest(id)));
  return events.flatMap((event) =>
    event && mayRead(person, event.state, audit.team)
      ? deadlinesOf(event.state).map((deadline) => ({ finding: event.state, deadline }))
      : [],
  );
};
