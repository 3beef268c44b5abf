import * as z from 'zod';
import { Instant } from '../calendar/civil-date.ts';
import { PersonId } from '../people/person.ts';

/** What may be uploaded, and the file name endings that go with each type. */
export const evidenceTypes = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'text/plain': ['txt', 'log', 'md'],
  'text/csv': ['csv'],
  'application/json': ['json'],
  'message/rfc822': ['eml'],
  'application/zip': ['zip'],
} as const satisfies Record<string, readonly string[]>;
export type EvidenceType = keyof typeof evidenceTypes;
export const evidenceTypeNames = Object.keys(evidenceTypes) as [EvidenceType, ...EvidenceType[]];

/** Bytes: from 1 to 100 MB. */
export const maxEvidenceBytes = 100_000_000;

/**
 * The file record. `uploading`: an upload was granted and not yet registered. `registered`: size, hash and real type
 * were checked against what was declared. `refused`: one of them differs, see `reason`.
 */
export const EvidenceRecord = z.strictObject({
  id: z.string(),
  /** What the file belongs to: a finding, or the audit whose report it is. */
  kind: z.enum(['finding', 'audit']),
  aggregate: z.string(),
  fileName: z.string().min(1).max(200),
  type: z.enum(evidenceTypeNames),
  size: z.int().min(1).max(maxEvidenceBytes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  key: z.string(),
  status: z.enum(['uploading', 'registered', 'refused']),
  reason: z.string().optional(),
  by: PersonId,
  at: Instant,
});
export type EvidenceRecord = z.infer<typeof EvidenceRecord>;
