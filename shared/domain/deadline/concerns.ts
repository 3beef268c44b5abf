import type { TeamMember } from '../finding/context.ts';
import { rolesOn } from '../finding/duties.ts';
import type { Finding } from '../finding/state.ts';
import type { WaitsFor } from '../notice/audience.ts';
import type { Actor, Role } from '../people/person.ts';
import type { Deadline } from './deadline.ts';

/** Who has to do with a deadline: whoever acts by it, and whoever has all of them in view. */
const concerned: Record<WaitsFor, readonly Role[]> = {
  owner: ['owner', 'action-owner', 'isms-manager'],
  verifier: ['internal-auditor', 'isms-manager'],
  reviewer: ['lead-auditor', 'isms-manager'],
  appeal: ['decision-maker', 'isms-manager'],
};

/** Whether a deadline concerns a person, by the roles that person has on the finding. */
export const concerns = (
  { waitsFor }: Pick<Deadline, 'waitsFor'>,
  person: Actor,
  finding: Finding,
  team: readonly TeamMember[],
): boolean => rolesOn(person, finding, team).some((role) => concerned[waitsFor].includes(role));
