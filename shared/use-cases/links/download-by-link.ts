import { ok, type Result, refuse } from '#domain/result.ts';
import type { DownloadGrant, EvidenceRecords, VaultFiles } from '#ports/evidence.ts';
import type { People } from '#ports/people.ts';
import { readableFinding } from '../queries/read-finding.ts';
import { type FoundLink, type LinkStore, recordUse } from './find-link.ts';
import { holderOf } from './holder.ts';

export interface LinkDownloadStore extends LinkStore {
  readonly evidence: Pick<EvidenceRecords, 'get'>;
  readonly people: Pick<People, 'get'>;
  readonly vault: Pick<VaultFiles, 'grantDownload'>;
}

/** An address that serves a file lives this long. */
const downloadSeconds = 60;

/** An address for one piece of evidence of the finding. It goes on the record before it is given. */
export const downloadByLink = async (
  store: LinkDownloadStore,
  found: FoundLink,
  id: string,
): Promise<Result<DownloadGrant>> => {
  const aggregate = found.link.finding ?? '';
  const readable = await readableFinding(store, aggregate, await holderOf(store, found.link), 'downloadEvidence');
  if (!readable.ok) return readable;
  const record = await store.evidence.get({ kind: 'finding', aggregate }, id);
  if (!record) return refuse({ code: 'not-found', message: 'This finding has no such file.', field: 'evidence' });
  if (record.status !== 'registered' || !record.kept)
    return refuse({
      code: 'wrong-state',
      message: `${record.fileName} is ${record.status}: only what was checked and kept can be downloaded.`,
      field: 'evidence',
    });
  await recordUse(store, found, { kind: 'evidence-downloaded', subject: id });
  const { key, versionId } = record.kept;
  const { fileName, type } = record;
  return ok(await store.vault.grantDownload({ key, versionId, fileName, type, expiresInSeconds: downloadSeconds }));
};
