import * as z from 'zod';
import { Instant } from '../calendar/civil-date.ts';
import { PersonId } from '../people/person.ts';

/** An evidence pack that somebody asked for. It is made in the background, kept for some days, and can be made again. */
export const PackJob = z.strictObject({
  id: z.string(),
  /** What the pack is about. */
  kind: z.enum(['finding', 'audit']),
  aggregate: z.string(),
  status: z.enum(['waiting', 'building', 'ready', 'failed']),
  /** How often it was begun. Each time it goes under a key of its own, so that two who make it never meet. */
  begun: z.int().min(0),
  /** Files written so far, and in all. */
  done: z.int().min(0),
  of: z.int().min(0),
  /** Once ready: bytes, SHA-256 (lower-case hex) of the whole file, and where it lies. */
  size: z.int().optional(),
  sha256: z.string().optional(),
  key: z.string().optional(),
  /** Why it failed, for a person. */
  reason: z.string().optional(),
  by: PersonId,
  at: Instant,
  /** Counts the changes. */
  version: z.int().min(1),
});
export type PackJob = z.infer<typeof PackJob>;
