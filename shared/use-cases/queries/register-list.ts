import { civilDateOf } from '#domain/calendar/civil-date.ts';
import type { Actor } from '#domain/people/person.ts';
import type { FindingHead, Register } from '#ports/register.ts';
import { seesEveryFinding } from '../commands/access.ts';
import type { Trails } from '../trails.ts';
import { isOverdue } from './view.ts';

export interface RegisterStore extends Pick<Trails, 'audits' | 'clock' | 'timeZone'> {
  readonly register: Pick<Register, 'findings'>;
}

const itemOf = (
  { seq, nextNoticeOn: _index, actionOwners: _people, requirements, ...head }: FindingHead,
  today: string,
) => ({ ...head, requirements: [...requirements], version: seq, overdue: isOverdue(head, today) });
export type RegisterItem = ReturnType<typeof itemOf>;

/** Heads this person may see. Auditors see those of their audits, owners their own. */
const visible = async (store: RegisterStore, heads: readonly FindingHead[], actor: Actor): Promise<FindingHead[]> => {
  if (seesEveryFinding(actor)) return [...heads];
  const audits = [...new Set(heads.map((head) => head.audit))];
  const teams = await Promise.all(
    audits.map(async (audit) => {
      const team = (await store.audits.latest(audit))?.state.facts.team ?? [];
      return team.some((member) => member.person === actor.person) ? [audit] : [];
    }),
  );
  const own = new Set(teams.flat());
  return heads.filter(
    (head) => head.owner === actor.person || head.actionOwners?.includes(actor.person) === true || own.has(head.audit),
  );
};

/** One page of the register; a page may hold fewer items than asked for where some are not this person's to see. */
export const listFindings = async (
  store: RegisterStore,
  query: { readonly audit?: string | undefined; readonly limit: number; readonly next?: string | undefined },
  actor: Actor,
): Promise<{ findings: RegisterItem[]; next?: string }> => {
  const { audit, limit, next } = query;
  const page = await store.register.findings({
    limit,
    ...(audit !== undefined && { audit }),
    ...(next !== undefined && { next }),
  });
  const today = civilDateOf(store.clock.now(), store.timeZone);
  const items = await visible(store, page.items, actor);
  return {
    findings: items.map((head) => itemOf(head, today)),
    ...(page.next !== undefined && { next: page.next }),
  };
};

/** The whole register, page by page. */
export async function* everyFinding(store: RegisterStore, actor: Actor): AsyncGenerator<RegisterItem> {
  let next: string | undefined;
  do {
    const page = await listFindings(store, { limit: 200, next }, actor);
    yield* page.findings;
    next = page.next;
  } while (next !== undefined);
}
