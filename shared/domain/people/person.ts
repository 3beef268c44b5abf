import * as z from 'zod';
import { Preferences } from './preferences.ts';
import { SavedViews } from './saved-view.ts';

/** The roles a person may hold, in ISO's words. Which commands each may give: `finding/transitions.ts`. */
export const roles = [
  'owner',
  'action-owner',
  'isms-manager',
  'internal-auditor',
  'lead-auditor',
  'auditor',
  'decision-maker',
  'top-management',
  'observer',
  'administrator',
  'system',
] as const;
export type Role = (typeof roles)[number];

/**
 * Roles that are given to a person for good. `owner` and `action-owner` follow from a finding, `auditor` from an
 * audit's team, and `system` is Redress itself: those are never assigned here.
 */
export const assignableRoles = [
  'isms-manager',
  'internal-auditor',
  'lead-auditor',
  'decision-maker',
  'top-management',
  'observer',
  'administrator',
] as const satisfies readonly Role[];

/** A person is known by the e-mail address, in lower case: that is what still says who it was, years later. */
export const PersonId = z
  .email({ error: 'Give an e-mail address such as name@example.org.' })
  .max(254)
  .transform((address) => address.toLowerCase());

export const Person = z.strictObject({
  email: PersonId,
  name: z.string().trim().min(1).max(120),
  roles: z.array(z.enum(assignableRoles)).max(assignableRoles.length),
  preferences: Preferences.optional(),
  /** Looks at the register that the person has given names. */
  views: SavedViews.optional(),
});
export type Person = z.infer<typeof Person>;

/** Redress itself, where it gives a command (validation, faults). */
export const systemActor = { person: 'system', roles: ['system'] } as const satisfies Actor;

/** Who gives a command: the person and the roles the people directory gives it. */
export interface Actor {
  readonly person: string;
  readonly roles: readonly Role[];
  /** The link by which somebody without an account acts. */
  readonly link?: string | undefined;
}

/** How an actor stands on an event: in the one role that allowed the command, and with the link it came by, if any. */
export const actedAs = ({ person, link }: Actor, role: Role) => ({ person, role, ...(link !== undefined && { link }) });
