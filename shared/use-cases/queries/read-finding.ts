import type { FindingView } from '#contracts/http.ts';
import type { Audit } from '#domain/audit/state.ts';
import { civilDateOf } from '#domain/calendar/civil-date.ts';
import type { Finding } from '#domain/finding/state.ts';
import type { Permission } from '#domain/people/permissions.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { auditNotFound, findingNotFound, may, mayRead, notPermitted } from '../commands/access.ts';
import { auditContext } from '../commands/context.ts';
import type { Trails } from '../trails.ts';
import { findingView } from './view.ts';

type ReadStore = Pick<Trails, 'findings' | 'audits' | 'clock' | 'timeZone'>;

/**
 * A finding and its audit, where the person may see them; a foreign finding is answered like none.
 * @param permission what the person wants to do with the finding, besides seeing it
 */
export const readableFinding = async (
  store: Pick<ReadStore, 'findings' | 'audits'>,
  id: string,
  actor: Actor,
  permission: Permission = 'readFinding',
): Promise<Result<{ finding: Finding; audit: Audit }>> => {
  const finding = (await store.findings.latest(id))?.state;
  const audit = finding && (await store.audits.latest(finding.facts.audit))?.state;
  if (!finding || !audit || !mayRead(actor, finding, audit.facts.team)) return refuse(findingNotFound);
  return may(permission, actor, { finding, team: audit.facts.team })
    ? ok({ finding, audit })
    : refuse(notPermitted(permission));
};

/** An audit, where the person has a role on it that may do this. */
export const permittedAudit = async (
  store: Pick<ReadStore, 'audits'>,
  id: string,
  actor: Actor,
  permission: Permission,
): Promise<Result<Audit>> => {
  const audit = (await store.audits.latest(id))?.state;
  if (!audit) return refuse(auditNotFound);
  return may(permission, actor, { team: audit.facts.team }) ? ok(audit) : refuse(notPermitted(permission));
};

export const viewFor = (
  store: Pick<Trails, 'clock' | 'timeZone'>,
  finding: Finding,
  audit: Audit,
  actor: Actor,
): FindingView => findingView(finding, actor, auditContext(audit), civilDateOf(store.clock.now(), store.timeZone));

/** The view of a finding after a command or on its own. `state`: the state to show, where it was just committed. */
export const readFinding = async (
  store: ReadStore,
  id: string,
  actor: Actor,
  state?: Finding,
): Promise<Result<FindingView>> => {
  const found = await readableFinding(store, id, actor);
  return found.ok ? ok(viewFor(store, state ?? found.value.finding, found.value.audit, actor)) : found;
};
