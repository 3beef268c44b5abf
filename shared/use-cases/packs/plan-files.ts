import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import type { Folder } from '#domain/pack/format.ts';
import { packedRecord } from '#domain/pack/packed-record.ts';
import type { Accesses } from '#ports/accesses.ts';
import type { EvidenceRecords, FileOwner, VaultFiles } from '#ports/evidence.ts';
import type { Canonical } from '#ports/hash.ts';
import type { Notices } from '#ports/notices.ts';
import type { Register } from '#ports/register.ts';
import type { Contents } from '#ports/trail.ts';
import type { Trails } from '../trails.ts';
import { listFile, NotPackable, type PlannedFile, textFile } from './planned-file.ts';

/** All that a pack is made from. */
export interface MaterialStore extends Trails {
  readonly contents: Pick<Contents, 'get'>;
  readonly evidence: Pick<EvidenceRecords, 'of'>;
  readonly notices: Pick<Notices, 'of'>;
  readonly accesses: Pick<Accesses, 'of'>;
  readonly register: Pick<Register, 'findings'>;
  readonly vault: Pick<VaultFiles, 'stream'>;
  readonly canonical: Canonical;
}

/** A content by the hash that an event names. @throws {NotPackable} where there is none */
export const contentOf = async (store: MaterialStore, owner: FileOwner, hash: string): Promise<unknown> => {
  const content = await store.contents.get(owner, hash);
  if (content === undefined)
    throw new NotPackable(
      `The trail of ${owner.kind} ${owner.aggregate} names the content ${hash}, and it is missing.`,
    );
  return content;
};

/** A content, canonical: its hash is then the SHA-256 of the file itself. */
export const contentFile = (store: MaterialStore, owner: FileOwner, hash: string, path: string): PlannedFile =>
  textFile(path, async () => store.canonical(await contentOf(store, owner, hash)));

const keptFile = (store: MaterialStore, { kept, size, sha256 }: EvidenceRecord, path: string): PlannedFile[] =>
  kept
    ? [
        {
          path,
          content: () => store.vault.stream(kept.key, kept.versionId),
          kept: { size, sha256, versionId: kept.versionId },
        },
      ]
    : [];

/** The file records and the files of the vault that they speak of, each at its path. */
export const recordedFiles = (
  store: MaterialStore,
  folder: Folder,
  records: readonly EvidenceRecord[],
  paths: ReadonlyMap<string, string>,
): PlannedFile[] => {
  const packed = records.map((record) => packedRecord(record, paths.get(record.id)));
  const files = records.flatMap((record) => {
    const path = paths.get(record.id);
    return path === undefined ? [] : keptFile(store, record, path);
  });
  return [listFile(folder.records, store.canonical, async () => packed), ...files];
};

/** What is on the record besides trail and files: every notice, every access. */
export const heardFiles = (store: MaterialStore, owner: FileOwner, folder: Folder): PlannedFile[] => [
  listFile(folder.notices, store.canonical, () => store.notices.of(owner)),
  listFile(folder.accesses, store.canonical, () => store.accesses.of(owner)),
];
