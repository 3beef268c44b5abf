import * as z from 'zod';
import { Instant } from '../calendar/civil-date.ts';
import { PersonId } from '../people/person.ts';

/** Why mail came back: it could not be delivered, or its reader complained of it as unwanted. */
export const returnKinds = ['bounce', 'complaint'] as const;
export type ReturnKind = (typeof returnKinds)[number];

/** An address that nothing is sent to until somebody lifts it: mail to it came back for good. */
export const Suppression = z.strictObject({
  address: PersonId,
  kind: z.enum(returnKinds),
  /** What the mail service said, in its words. */
  reason: z.string().max(1000),
  at: Instant,
});
export type Suppression = z.infer<typeof Suppression>;
