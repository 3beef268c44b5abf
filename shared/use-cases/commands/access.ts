import type { TeamMember } from '#domain/finding/context.ts';
import { rolesOn } from '#domain/finding/duties.ts';
import type { Finding } from '#domain/finding/state.ts';
import { type Permission, permissions } from '#domain/people/permissions.ts';
import type { Actor, Role } from '#domain/people/person.ts';
import type { Refusal } from '#domain/result.ts';

/** Whether the person has a role that may do this: on the finding, where it is about one, and on the audit. */
export const may = (
  permission: Permission,
  actor: Actor,
  { finding, team }: { readonly finding?: Finding | undefined; readonly team: readonly TeamMember[] },
): boolean => {
  const allowed: readonly Role[] = permissions[permission];
  return rolesOn(actor, finding, team).some((role) => allowed.includes(role));
};

export const mayRead = (actor: Actor, finding: Finding, team: readonly TeamMember[]): boolean =>
  may('readFinding', actor, { finding, team });

/** A role in the directory that is none on a finding or audit of its own shows every finding. */
export const seesEveryFinding = (actor: Actor): boolean => may('readFinding', actor, { team: [] });

/** A report and its rows are for the ISMS manager and for who leads that audit. */
export const mayPlan = (actor: Actor, team: readonly TeamMember[]): boolean => may('handleReports', actor, { team });

/** The refusal of somebody who may know of the finding or audit, and may not do this with it. */
export const notPermitted = (permission: Permission): Refusal => {
  const allowed = permissions[permission].filter((role) => role !== 'system');
  return { code: 'wrong-person', message: `This is for ${allowed.join(', ')}; you are none of these here.` };
};

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
