import { civilDateOf } from '#domain/calendar/civil-date.ts';
import { proposedRegrades, type RegradeProposal } from '#domain/finding/proposals.ts';
import type { Finding } from '#domain/finding/state.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { FindingHead, Register } from '#ports/register.ts';
import { auditNotFound, mayPlan, notAPlanner } from '../commands/access.ts';
import type { Trails } from '../trails.ts';

interface ProposalStore extends Pick<Trails, 'audits' | 'findings' | 'clock' | 'timeZone'> {
  readonly register: Pick<Register, 'findings'>;
}

/** The minors of an audit, as they stand now. */
const minorsOf = async (store: ProposalStore, audit: string): Promise<readonly Finding[]> => {
  const heads: FindingHead[] = [];
  let next: string | undefined;
  do {
    const page = await store.register.findings({ audit, limit: 200, ...(next !== undefined && { next }) });
    heads.push(...page.items.filter(({ grade }) => grade === 'minor'));
    next = page.next;
  } while (next !== undefined);
  const latest = await Promise.all(heads.map(({ id }) => store.findings.latest(id)));
  return latest.flatMap((event) => (event ? [event.state] : []));
};

/** What is proposed to the lead auditor of an audit: minors to regrade to major. */
export const regradeProposals = async (
  store: ProposalStore,
  id: string,
  actor: Actor,
): Promise<Result<{ readonly proposals: readonly RegradeProposal[] }>> => {
  const audit = (await store.audits.latest(id))?.state;
  if (!audit) return refuse(auditNotFound);
  if (!mayPlan(actor, audit.facts.team)) return refuse(notAPlanner);
  const today = civilDateOf(store.clock.now(), store.timeZone);
  return ok({ proposals: proposedRegrades(await minorsOf(store, id), today) });
};
