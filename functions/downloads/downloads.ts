import type { PackJob } from '#domain/pack/job.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Accesses } from '#ports/accesses.ts';
import type { FileOwner } from '#ports/evidence.ts';
import type { Sha256 } from '#ports/hash.ts';
import type { PackJobs } from '#ports/packs.ts';
import type { People } from '#ports/people.ts';
import type { Signer } from '#ports/signer.ts';
import { type DownloadStore, downloadFile } from '#use-cases/downloads/download-file.ts';
import { listAccesses } from '#use-cases/downloads/list-accesses.ts';
import { signingKey } from '#use-cases/downloads/signing-key.ts';
import { type DownloadPackStore, downloadPack, getPack, listPacks } from '#use-cases/packs/read-packs.ts';
import { type RequestPackStore, requestPack } from '#use-cases/packs/request-pack.ts';
import { type ApiRequest, createApi, type Endpoint, part } from '../_runtime/api.ts';

export interface Store extends DownloadStore, DownloadPackStore, RequestPackStore {
  readonly people: Pick<People, 'get'>;
  readonly accesses: Accesses;
  readonly packs: PackJobs;
  readonly signer: Pick<Signer, 'publicKey'>;
  readonly sha256: Sha256;
}

const finding = (request: ApiRequest): FileOwner => ({ kind: 'finding', aggregate: part(request, 'finding') });
const audit = (request: ApiRequest): FileOwner => ({ kind: 'audit', aggregate: part(request, 'audit') });
type Owner = typeof finding;

/** The job as people see it: where the file lies in the bucket is nobody's business. */
const shown = ({ key: _key, ...job }: PackJob) => job;

const answered = <T, A>(result: Result<T>, answer: (value: T) => A): Result<A> =>
  result.ok ? ok(answer(result.value)) : result;

/** The same for findings and for audits. */
const endpointsOn = (store: Store, owner: Owner) => {
  const request: Endpoint = async (request) => answered(await requestPack(store, owner(request), request), shown);
  const list: Endpoint = async (request) =>
    answered(await listPacks(store, owner(request), request.actor), (jobs) => ({ packs: jobs.map(shown) }));
  const get: Endpoint = async (request) =>
    answered(await getPack(store, owner(request), part(request, 'pack'), request.actor), shown);
  const download: Endpoint = (request) => downloadPack(store, owner(request), part(request, 'pack'), request);
  const accesses: Endpoint = async (request) =>
    answered(await listAccesses(store, owner(request), request.actor), (accesses) => ({ accesses }));
  return { request, list, get, download, accesses };
};

/** Downloads of evidence, reports and packs, who made them, and requests for packs. */
export const create = (store: Store) => {
  const onFinding = endpointsOn(store, finding);
  const onAudit = endpointsOn(store, audit);
  return createApi('downloads', store.people, {
    downloadEvidence: (request) => downloadFile(store, finding(request), part(request, 'evidence'), request),
    downloadReport: (request) => downloadFile(store, audit(request), part(request, 'upload'), request),
    listAccesses: onFinding.accesses,
    listAuditAccesses: onAudit.accesses,
    requestPack: onFinding.request,
    listPacks: onFinding.list,
    getPack: onFinding.get,
    downloadPack: onFinding.download,
    requestAuditPack: onAudit.request,
    listAuditPacks: onAudit.list,
    getAuditPack: onAudit.get,
    downloadAuditPack: onAudit.download,
    signingKey: async () => ok(await signingKey(store)),
  });
};
