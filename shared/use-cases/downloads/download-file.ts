import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Accesses } from '#ports/accesses.ts';
import type { DownloadGrant, EvidenceRecords, FileOwner, VaultFiles } from '#ports/evidence.ts';
import { allowedOn, type SubjectStore } from './allowed.ts';

export interface DownloadStore extends SubjectStore {
  readonly evidence: Pick<EvidenceRecords, 'get'>;
  readonly vault: Pick<VaultFiles, 'grantDownload'>;
  readonly accesses: Pick<Accesses, 'record'>;
}

/** Who asks, and from which network address. */
export interface Asking {
  readonly actor: Actor;
  readonly address: string;
}

/** An address that serves a file lives this long. */
export const downloadSeconds = 60;

const notServed = ({ fileName, status, reason }: EvidenceRecord) => ({
  code: 'wrong-state',
  message: `${fileName} is ${status} and no evidence${reason === undefined ? '' : ` (${reason})`}: it is not handed out.`,
});

/**
 * Grants the download of one registered file of a finding, or of an audit report. It is on the record before the address
 * is handed out; a grant that is never used is on the record too.
 */
export const downloadFile = async (
  store: DownloadStore,
  owner: FileOwner,
  id: string,
  { actor, address }: Asking,
): Promise<Result<DownloadGrant>> => {
  const permission = owner.kind === 'finding' ? 'downloadEvidence' : 'handleReports';
  const allowed = await allowedOn(store, owner, permission, actor);
  if (!allowed.ok) return allowed;
  const record = await store.evidence.get(owner, id);
  if (!record) return refuse({ code: 'not-found', message: 'There is no such file here.' });
  const { status, kept, fileName, type } = record;
  if (status !== 'registered' || !kept) return refuse(notServed(record));
  const { key, versionId } = kept;
  const grant = await store.vault.grantDownload({ key, versionId, fileName, type, expiresInSeconds: downloadSeconds });
  await store.accesses.record(owner, {
    at: store.clock.now(),
    kind: 'evidence-downloaded',
    person: actor.person,
    address,
    ...(actor.link !== undefined && { link: actor.link }),
    subject: id,
  });
  return ok(grant);
};
