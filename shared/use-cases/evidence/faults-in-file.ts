import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { faultInArrived, faultInHead, hashDiffers, headBytes, isContainer } from '#domain/evidence/faults.ts';
import type { FaultInContainer, IntakeFiles, RealType, StoredFile } from '#ports/evidence.ts';
import type { Sha256 } from '#ports/hash.ts';

export interface FileCheckStore {
  readonly files: Pick<IntakeFiles, 'look' | 'read' | 'stream'>;
  readonly realType: RealType;
  readonly faultInContainer: FaultInContainer;
  readonly sha256: Sha256;
}

/**
 * What is wrong with these very bytes of an uploaded file, in a sentence, by all that is quickly told: size, hash and
 * type as the store has them, real type, and what a container holds. `undefined`: nothing.
 */
export const faultInFile = async (
  store: FileCheckStore,
  record: EvidenceRecord,
  stored: StoredFile,
): Promise<string | undefined> => {
  const told = faultInArrived(record, stored);
  if (told !== undefined) return told;
  const file = { key: record.key, version: stored.version };
  const head = await store.files.read(file, 0, headBytes);
  const shown = faultInHead(record, head, await store.realType(head));
  if (shown !== undefined || !isContainer(record.type)) return shown;
  return store.faultInContainer((start, length) => store.files.read(file, start, length), stored.size, record.type);
};

/** Reads the whole of a file whose hash the store does not know: one that came in parts. */
export const faultInHash = async (
  store: FileCheckStore,
  record: EvidenceRecord,
  { sha256, version }: StoredFile,
): Promise<string | undefined> => {
  if (sha256 !== undefined) return undefined;
  const hash = store.sha256();
  for await (const piece of store.files.stream({ key: record.key, version })) hash.update(piece);
  return hash.hex() === record.sha256 ? undefined : hashDiffers;
};
