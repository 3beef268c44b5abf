import { civilDateOf } from '#domain/calendar/civil-date.ts';
import type { CommandName } from '#domain/finding/commands.ts';
import { type Finding, isOpen } from '#domain/finding/state.ts';
import { awaitedFrom, rolesAwaited } from '#domain/finding/work.ts';
import type { Actor } from '#domain/people/person.ts';
import type { FindingHead } from '#ports/register.ts';
import { mayRead } from '../commands/access.ts';
import type { StateOf } from './known-states.ts';
import { itemOf, type RegisterItem, type RegisterStore } from './register-list.ts';
import { selectFindings } from './select-findings.ts';
import { visibleFindings } from './visible-findings.ts';

export interface WorkStore extends RegisterStore {
  readonly findingOf: StateOf<Finding>;
}

/** A finding, and what it waits for from the person; nothing: it waits for somebody else. */
export type Work = RegisterItem & { readonly awaited: CommandName[] };

/** Findings in one answer at most, those that are due first. */
const mostFindings = 500;
/** Findings read at a time, where they are not known. */
const readAtOnce = 100;

/** Whether a finding may be somebody's work, as far as its head says. */
const mayConcern = ({ owner, actionOwners }: FindingHead, { person, roles }: Actor): boolean =>
  owner === person || actionOwners?.includes(person) === true || roles.some((role) => rolesAwaited.has(role));

/**
 * The open findings that concern a person, those that are due first: each with what it waits for from that person, by
 * the transition table. `isWhole`: there are no more than these. `today`: the organization's.
 */
export const listWork = async (
  store: WorkStore,
  actor: Actor,
): Promise<{ readonly work: Work[]; readonly isWhole: boolean; readonly today: string }> => {
  const today = civilDateOf(store.clock.now(), store.timeZone);
  const { findings, audits } = await store.heads.latest();

  const workOn = async (head: FindingHead): Promise<Work[]> => {
    const [finding, audit] = await Promise.all([
      store.findingOf(head.id, head.seq),
      store.auditOf(head.audit, audits.get(head.audit)?.seq),
    ]);
    // The state may be ahead of the head, and the finding be somebody else's by now.
    if (!finding || !audit || !mayRead(actor, finding, audit.team)) return [];
    return [{ ...itemOf(head, today), awaited: [...awaitedFrom(finding, actor, audit)] }];
  };

  const concerning = findings.filter((head) => isOpen(head) && mayConcern(head, actor));
  const visible = await visibleFindings(store.auditOf, { findings: concerning, audits }, actor);
  const byDueDate = selectFindings(visible, { sort: 'due', order: 'asc' }, today);
  const work: Work[] = [];
  for (let from = 0; from < Math.min(byDueDate.length, mostFindings); from += readAtOnce)
    work.push(...(await Promise.all(byDueDate.slice(from, from + readAtOnce).map(workOn))).flat());
  return { work, isWhole: byDueDate.length <= mostFindings, today };
};
