import type { TeamMember } from '#domain/finding/context.ts';
import { rolesOn } from '#domain/finding/duties.ts';
import type { Finding } from '#domain/finding/state.ts';
import type { Actor, Role } from '#domain/people/person.ts';
import type { Refusal } from '#domain/result.ts';

/** Roles that see every finding. Others see those they own, act on, or raised as auditors. */
const seesAll: readonly Role[] = [
  'isms-manager',
  'internal-auditor',
  'decision-maker',
  'top-management',
  'observer',
  'administrator',
  'system',
];
const seesTheirs: readonly Role[] = ['owner', 'action-owner', 'lead-auditor', 'auditor'];

export const mayRead = (actor: Actor, finding: Finding, team: readonly TeamMember[]): boolean =>
  rolesOn(actor, finding, team).some((role) => seesAll.includes(role) || seesTheirs.includes(role));

export const seesEveryFinding = (actor: Actor): boolean => actor.roles.some((role) => seesAll.includes(role));

/** A report and its rows are for the ISMS manager and for who leads that audit. */
export const mayPlan = (actor: Actor, team: readonly TeamMember[]): boolean =>
  actor.roles.includes('isms-manager') ||
  (actor.roles.includes('lead-auditor') &&
    team.some((member) => member.person === actor.person && member.role === 'lead-auditor'));

export const notAPlanner: Refusal = {
  code: 'wrong-person',
  message: 'The reports of an audit are for the ISMS manager and for its own lead auditor.',
};

/** A foreign finding is answered like one that does not exist. */
export const findingNotFound: Refusal = {
  code: 'not-found',
  message: 'There is no such finding, or it is not yours to see.',
};
export const auditNotFound: Refusal = { code: 'not-found', message: 'There is no such audit.' };
