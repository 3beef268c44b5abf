import type { LinkPurpose } from '#domain/link/link.ts';
import { type Role, roles } from '#domain/people/person.ts';
import type { LinkRoute } from './link-routes.ts';
import { type Route, subjectOf } from './routes.ts';

/** Somebody signed in: with exactly one role, or with none on anything. */
export type Holder = Exclude<Role, 'system'> | 'nobody';
export const holders: readonly Holder[] = [...roles.filter((role) => role !== 'system'), 'nobody'];

/**
 * Whether a holder may use a route. `own-finding`: of the finding that makes one its owner or action owner; `own-audit`:
 * of the audit on whose team one is; `sifted`: the answer holds what that person may see.
 */
export type Cell = 'no' | 'yes' | 'own-finding' | 'own-audit' | 'sifted';

const ofFinding: readonly Holder[] = ['owner', 'action-owner'];
const ofTeam: readonly Holder[] = ['lead-auditor', 'auditor'];

export const cellOf = (route: Route, holder: Holder): Cell => {
  if (route.by === 'everybody') return route.sifted ? 'sifted' : 'yes';
  if (!(route.by as readonly string[]).includes(holder)) return 'no';
  if (subjectOf(route) === undefined) return 'yes';
  if (ofFinding.includes(holder)) return 'own-finding';
  return ofTeam.includes(holder) ? 'own-audit' : 'yes';
};

/** Whether the holder of a link may use a route of links. `opened`: after the one-time code, in the session it opened. */
export type LinkCell = 'no' | 'yes' | 'opened';

export const linkCellOf = (route: LinkRoute, purpose: LinkPurpose): LinkCell => {
  if (!route.purposes.includes(purpose)) return 'no';
  return route.opened ? 'opened' : 'yes';
};
