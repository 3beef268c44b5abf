import type { TeamMember } from '../finding/context.ts';
import { rolesOn } from '../finding/duties.ts';
import { transitionOf } from '../finding/transitions.ts';
import { permissions } from '../people/permissions.ts';
import type { Actor, Role } from '../people/person.ts';
import { auditTransitionOf } from './transitions.ts';

/** What somebody may do with an audit or on it, each with the list of roles that decides it. */
const allowed = {
  revise: auditTransitionOf('revise').by,
  issue: transitionOf('issue').by,
  importReport: auditTransitionOf('importReport').by,
  confirmImport: auditTransitionOf('confirmImport').by,
  readReports: permissions.handleReports,
  seeLinks: permissions.seeLinks,
  makeLinks: permissions.makeLinks,
  revokeLinks: permissions.revokeLinks,
  regrade: transitionOf('regrade').by,
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type AuditAction = keyof typeof allowed;
export const auditActions = Object.keys(allowed) as [AuditAction, ...AuditAction[]];

/** The roles that may do this on an audit. */
export const rolesFor = (action: AuditAction): readonly Role[] => allowed[action];

/** What this person may do with an audit that has this team. */
export const auditActionsOf = (actor: Actor, team: readonly TeamMember[]): AuditAction[] => {
  const held = rolesOn(actor, undefined, team);
  return auditActions.filter((action) => rolesFor(action).some((role) => held.includes(role)));
};
