import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { partBytes, partCount } from '#domain/evidence/parts.ts';
import { countUse, takeUseBack } from '#domain/link/uses.ts';
import { ok, type Result } from '#domain/result.ts';
import type { IntakeFiles } from '#ports/evidence.ts';
import type { People } from '#ports/people.ts';
import {
  type DeclaredFile,
  type GrantedUpload,
  requestReportUpload,
  requestUpload,
  type UploadStore,
} from '../evidence/request-upload.ts';
import { grantSeconds } from '../evidence/upload-parts.ts';
import { changedTo, changeLink, type FoundLink, type LinkStore, ownerOfLink, recordUse } from './find-link.ts';
import { holderOf } from './holder.ts';

export interface LinkUploadStore extends LinkStore, Omit<UploadStore, 'files'> {
  readonly files: Pick<IntakeFiles, 'grantUpload' | 'beginParts' | 'look'>;
  readonly people: Pick<People, 'get'>;
}

/** An upload of this very file that this link was granted before and that never arrived. */
const unfinished = async (
  store: LinkUploadStore,
  { link }: FoundLink,
  file: DeclaredFile,
): Promise<EvidenceRecord | undefined> => {
  const records = await store.evidence.of(ownerOfLink(link));
  const before = records.find(
    (each) =>
      each.link === link.id &&
      each.status === 'uploading' &&
      each.sha256 === file.sha256 &&
      each.size === file.size &&
      each.type === file.type &&
      each.fileName === file.fileName,
  );
  return before && (await store.files.look(before.key)) === undefined ? before : undefined;
};

const grantAgain = async (
  store: LinkUploadStore,
  record: EvidenceRecord,
  { returnTo }: DeclaredFile,
): Promise<GrantedUpload> => {
  const { key, type, size, sha256 } = record;
  if (record.parts !== undefined) return { record, parts: { count: partCount(size), size: partBytes } };
  const terms = { key, type, size, sha256, expiresInSeconds: grantSeconds, returnTo };
  return { record, upload: await store.files.grantUpload(terms) };
};

const grant = async (store: LinkUploadStore, { link }: FoundLink, file: DeclaredFile) => {
  const holder = await holderOf(store, link);
  const { kind, aggregate } = ownerOfLink(link);
  return kind === 'audit'
    ? requestReportUpload(store, aggregate, file, holder)
    : requestUpload(store, aggregate, file, holder);
};

/**
 * Grants one upload by a link: that is one use of it. Asking again for a file that never arrived, because the upload
 * broke off or the form grew too old, is no other use.
 */
export const requestUploadByLink = async (
  store: LinkUploadStore,
  found: FoundLink,
  file: DeclaredFile,
): Promise<Result<GrantedUpload>> => {
  const before = await unfinished(store, found, file);
  if (before) {
    await recordUse(store, found, { kind: 'upload-granted', subject: before.id });
    return ok(await grantAgain(store, before, file));
  }
  const use = store.random.id();
  const counted = await changeLink(store, found, (link) => {
    const next = countUse(link, use);
    return next.ok ? changedTo(next.value) : next;
  });
  if (!counted.ok) return counted;
  const granted = await grant(store, found, file);
  if (!granted.ok) {
    await changeLink(store, { ...found, link: counted.value.link }, (link) => changedTo(takeUseBack(link, use)));
    return granted;
  }
  await recordUse(store, found, { kind: 'upload-granted', subject: granted.value.record.id });
  return granted;
};
