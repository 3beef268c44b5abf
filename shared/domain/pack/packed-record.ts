import type { EvidenceRecord } from '../evidence/evidence.ts';

/**
 * A file record as a pack lists it. `path`: where the file lies in the pack; absent for what is no evidence (still being
 * checked, held, quarantined: then the record says why) and is not contained.
 */
export type PackedRecord = Omit<EvidenceRecord, 'key' | 'parts' | 'announced'> & { readonly path?: string | undefined };

export const packedRecord = (
  { key: _key, parts: _parts, announced: _announced, ...record }: EvidenceRecord,
  path: string | undefined,
): PackedRecord => ({ ...record, ...(path !== undefined && { path }) });
