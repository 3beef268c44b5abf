import type { Refusal } from '../result.ts';
import type { EvidenceRecord } from './evidence.ts';

/** What of a file's record says whether it is evidence. */
export type FileStanding = Pick<EvidenceRecord, 'fileName' | 'status' | 'reason'>;

type NotYet = Exclude<EvidenceRecord['status'], 'registered'>;

const reasons: Record<NotYet, (record: FileStanding) => string> = {
  uploading: ({ fileName }) => `${fileName} has not been uploaded yet. Upload it, or ask for a new upload.`,
  checking: ({ fileName }) => `${fileName} is still being checked. Try again once it is registered.`,
  held: ({ fileName, reason }) =>
    `${fileName} is held: ${reason ?? 'it could not be scanned.'} Upload one that can be scanned.`,
  quarantined: ({ fileName, reason }) =>
    `${fileName} was refused: ${reason ?? 'no reason was given.'} Upload the right file.`,
};

const codes = {
  uploading: 'evidence-missing',
  checking: 'evidence-checking',
  held: 'evidence-held',
  quarantined: 'evidence-quarantined',
} as const satisfies Record<NotYet, string>;

/** Why a file is no evidence, or not yet, and what to do; `undefined` once it is registered. */
export const whyNoEvidence = (record: FileStanding, field: string): Refusal | undefined => {
  const { status } = record;
  return status === 'registered' ? undefined : { code: codes[status], message: reasons[status](record), field };
};
