import * as z from 'zod';
import { Instant } from '../calendar/civil-date.ts';
import { PersonId } from '../people/person.ts';
import { evidenceTypeNames, maxFileBytes } from './types.ts';

export { type EvidenceType, evidenceTypeNames, maxFileBytes, maxPieceBytes } from './types.ts';

/**
 * Where a file stands.
 * `uploading`: an upload was granted, nothing has arrived. `checking`: it arrived, and checks or the malware scan are
 * not done. `held`: the scanner could give no verdict; it stays in the intake, is shown, and is no evidence.
 * `registered`: exactly what was declared, clean, and kept in the vault: only this is evidence. `quarantined`: refused,
 * see `reason`; it is gone from the intake after 30 days.
 */
export const evidenceStatuses = ['uploading', 'checking', 'held', 'registered', 'quarantined'] as const;
export type EvidenceStatus = (typeof evidenceStatuses)[number];

/** From which status a file may go to which. The last two are final. */
export const evidenceTransitions = {
  uploading: ['checking', 'held', 'registered', 'quarantined'],
  checking: ['held', 'registered', 'quarantined'],
  held: ['held', 'registered', 'quarantined'],
  registered: [],
  quarantined: [],
} as const satisfies Record<EvidenceStatus, readonly EvidenceStatus[]>;

/** What the malware scan said. `not-scanned`: no scanner is installed, the built-in check alone was made. */
export const Scan = z.strictObject({
  /** The scanner's name: `GuardDuty`, `ClamAV`, `built-in check`. */
  by: z.string(),
  verdict: z.enum(['clean', 'not-scanned', 'infected', 'undecided']),
  /** In words for a person: `not scanned: no scanner installed`. */
  detail: z.string().optional(),
  at: Instant,
});
export type Scan = z.infer<typeof Scan>;

/** Where a file is kept in the vault. The version is what cannot be altered before `retainUntil`. */
export const Kept = z.strictObject({ key: z.string(), versionId: z.string(), retainUntil: Instant });
export type Kept = z.infer<typeof Kept>;

export const EvidenceRecord = z.strictObject({
  id: z.string(),
  /** What the file belongs to: a finding, or the audit whose report it is. */
  kind: z.enum(['finding', 'audit']),
  aggregate: z.string(),
  fileName: z.string().min(1).max(200),
  type: z.enum(evidenceTypeNames),
  size: z.int().min(1).max(maxFileBytes),
  /** Of the whole file, as the uploader's computer computed it. Lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Where it is in the intake. */
  key: z.string(),
  status: z.enum(evidenceStatuses),
  reason: z.string().optional(),
  scan: Scan.optional(),
  kept: Kept.optional(),
  /** The last outcome that was put on the bus: where it is not the present one, the announcement may have been lost. */
  announced: z.enum(evidenceStatuses).optional(),
  /** The intake's name for an upload in parts. */
  parts: z.string().optional(),
  /** The link it came by, where the uploader has no account. */
  link: z.string().optional(),
  by: PersonId,
  at: Instant,
});
export type EvidenceRecord = z.infer<typeof EvidenceRecord>;
