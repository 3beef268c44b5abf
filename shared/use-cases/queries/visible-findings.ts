import type { DecisionContext } from '#domain/finding/context.ts';
import type { Actor } from '#domain/people/person.ts';
import type { FindingHead } from '#ports/register.ts';
import { may, seesEveryFinding } from '../commands/access.ts';
import type { Heads } from './known-heads.ts';
import type { StateOf } from './known-states.ts';

/** What decisions on its findings need of an audit. */
export type AuditOf = StateOf<DecisionContext['audit']>;

/** The heads that a person may see. Auditors see those of their audits, owners their own. */
export const visibleFindings = async (
  auditOf: AuditOf,
  heads: Heads,
  actor: Actor,
): Promise<readonly FindingHead[]> => {
  if (seesEveryFinding(actor)) return heads.findings;
  const audits = [...new Set(heads.findings.map((head) => head.audit))];
  const own = await Promise.all(
    audits.map(async (id) => {
      const audit = await auditOf(id, heads.audits.get(id)?.seq);
      return audit && may('readFinding', actor, { team: audit.team }) ? [id] : [];
    }),
  );
  const ofOwn = new Set(own.flat());
  return heads.findings.filter(
    ({ owner, actionOwners, audit }) =>
      owner === actor.person || actionOwners?.includes(actor.person) === true || ofOwn.has(audit),
  );
};
