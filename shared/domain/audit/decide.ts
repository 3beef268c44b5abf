import { type Actor, actedAs, type Role } from '../people/person.ts';
import { ok, type Refusal, type Result, refuse } from '../result.ts';
import type { AuditCommand } from './commands.ts';
import type { AuditChange, AuditEvent } from './events.ts';
import { evolveAudit } from './evolve.ts';
import { type RolesOf, refusedFacts } from './facts.ts';
import type { Audit, ReportImport } from './state.ts';
import { type AuditTransition, auditTransitionOf } from './transitions.ts';

/** A command as it was given: what, by whom, and under which idempotency key with which content. */
export interface GivenToAudit {
  readonly command: AuditCommand;
  readonly actor: Actor;
  readonly id: string;
  readonly fingerprint: string;
}

/** What `decideAudit` may know besides the audit and the command. `now` is an instant in UTC. */
export interface AuditContext {
  readonly auditId: string;
  readonly now: string;
  /** The people directory, as far as the command names people: the team is checked against it. */
  readonly rolesOf: RolesOf;
}

const importOf = (audit: Audit | undefined, { body }: AuditCommand): ReportImport | undefined =>
  'importId' in body ? audit?.imports.find((each) => each.id === body.importId) : undefined;

const refusedByTable = (audit: Audit | undefined, command: AuditCommand, row: AuditTransition): Refusal | undefined => {
  if (row.on === 'none' && audit)
    return { code: 'wrong-state', message: 'An audit with this id exists already.', field: 'id' };
  if (row.on === 'audit' && !audit) return { code: 'not-found', message: 'There is no such audit.' };
  const status = importOf(audit, command)?.status ?? 'none';
  return row.import && !row.import.includes(status)
    ? {
        code: 'wrong-state',
        message: `${row.command} needs an import that is ${row.import.join(' or ')}; this one is ${status}.`,
      }
    : undefined;
};

/** A lead auditor is one only for the audits that person leads; anybody who holds the role may open one. */
const rolesOnAudit = (actor: Actor, audit: Audit | undefined): readonly Role[] =>
  actor.roles.filter(
    (role) =>
      role !== 'lead-auditor' ||
      !audit ||
      audit.facts.team.some((member) => member.person === actor.person && member.role === 'lead-auditor'),
  );

/** Decides one command on an audit: the event to commit, or every reason for the refusal. Pure. */
export const decideAudit = (
  audit: Audit | undefined,
  given: GivenToAudit,
  context: AuditContext,
): Result<AuditEvent> => {
  const { command, actor } = given;
  const row = auditTransitionOf(command.name);
  const wrongState = refusedByTable(audit, command, row);
  if (wrongState) return refuse(wrongState);
  const role = row.by.find((each) => rolesOnAudit(actor, audit).includes(each));
  if (!role)
    return refuse({
      code: 'wrong-person',
      message: `${row.command} is for ${row.by.join(', ')}; you are none of these.`,
    });
  if (command.name === 'open' || command.name === 'revise') {
    const reasons = refusedFacts(command.body, context.rolesOf);
    if (reasons.length > 0) return refuse(...reasons);
  }
  const taken = { id: given.id, fingerprint: given.fingerprint };
  const event = {
    aggregate: context.auditId,
    seq: (audit?.seq ?? 0) + 1,
    at: context.now,
    actor: actedAs(actor, role),
    command: { name: command.name, ...taken },
    ...({ type: row.event, data: command.body } as AuditChange),
  };
  return ok({ ...event, state: evolveAudit(audit, event) });
};
