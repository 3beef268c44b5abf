import * as z from 'zod';
import { Instant } from '../calendar/civil-date.ts';
import { stages } from '../finding/stage.ts';
import { grades, statuses } from '../finding/state.ts';
import { formatName, formatVersion } from './format.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One file of the pack. `versionId`: of the vault, where the file comes from there. */
export const PackedFile = z.strictObject({
  path: z.string().min(1),
  size: z.int().min(0),
  sha256: Hash,
  versionId: z.string().optional(),
});
export type PackedFile = z.infer<typeof PackedFile>;

/** A chain of events as the pack states it: how many they are, and the hash of the last one. */
const StatedChain = { id: z.string(), events: z.int().min(1), lastHash: Hash };

/** A finding, and the state that its events must lead to. */
export const StatedFinding = z.strictObject({
  ...StatedChain,
  number: z.string(),
  grade: z.enum(grades),
  status: z.enum(statuses),
  stage: z.enum(stages).optional(),
  cycle: z.int().min(1).optional(),
  round: z.int().min(1).optional(),
});
export type StatedFinding = z.infer<typeof StatedFinding>;

export const StatedAudit = z.strictObject({ ...StatedChain, title: z.string() });
export type StatedAudit = z.infer<typeof StatedAudit>;

/**
 * What a pack holds: every file but the manifest itself and its signature. It is written as canonical JSON (RFC 8785)
 * and signed; `files` is in the order of the ZIP.
 */
export const Manifest = z.strictObject({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  organization: z.string(),
  subject: z.strictObject({ kind: z.enum(['finding', 'audit']), id: z.string() }),
  madeAt: Instant,
  madeBy: z.string(),
  audit: StatedAudit.optional(),
  findings: z.array(StatedFinding),
  files: z.array(PackedFile),
});
export type Manifest = z.infer<typeof Manifest>;
