import { ImportRequest, PartsRequest, UploadRequest } from '#contracts/http.ts';
import { ok, type Result } from '#domain/result.ts';
import type { People } from '#ports/people.ts';
import type { Contents } from '#ports/trail.ts';
import type { AuditStore } from '#use-cases/audits/give-audit-command.ts';
import { importIdOf, importReport } from '#use-cases/evidence/import-report.ts';
import {
  type GrantedUpload,
  requestReportUpload,
  requestUpload,
  type UploadStore,
} from '#use-cases/evidence/request-upload.ts';
import { completeParts, grantParts, listParts, type PartsStore } from '#use-cases/evidence/upload-parts.ts';
import { evidenceView } from '#use-cases/queries/evidence-view.ts';
import { readImport } from '#use-cases/queries/import-view.ts';
import { readableFinding } from '#use-cases/queries/read-finding.ts';
import { type ApiRequest, bodyOf, createApi, type Endpoint, part } from '../_runtime/api.ts';

export interface Store extends AuditStore, Omit<UploadStore, 'files'>, Omit<PartsStore, 'evidence'> {
  readonly files: UploadStore['files'] & PartsStore['files'];
  readonly people: Pick<People, 'get'>;
  readonly contents: Contents;
}

const granted = ({ record, upload, parts }: GrantedUpload) => ({
  id: record.id,
  ...(upload && { upload }),
  ...(parts && { parts }),
});

const upload =
  (store: Store): Endpoint =>
  async (request) => {
    const grant = await requestUpload(store, part(request, 'finding'), bodyOf(UploadRequest, request), request.actor);
    return grant.ok ? ok(granted(grant.value)) : grant;
  };

const reportUpload =
  (store: Store): Endpoint =>
  async (request) => {
    const { actor } = request;
    const grant = await requestReportUpload(store, part(request, 'audit'), bodyOf(UploadRequest, request), actor);
    return grant.ok ? ok(granted(grant.value)) : grant;
  };

const ownerOf = (request: ApiRequest) => ({ kind: 'finding', aggregate: part(request, 'finding') }) as const;

/** An endpoint on parts of an upload: for somebody who may still upload to the finding. */
const onParts =
  <T>(store: Store, work: (request: ApiRequest) => Promise<Result<T>>, answer: (done: T) => object): Endpoint =>
  async (request) => {
    const seen = await readableFinding(store, part(request, 'finding'), request.actor, 'uploadEvidence');
    if (!seen.ok) return seen;
    const done = await work(request);
    return done.ok ? ok(answer(done.value)) : done;
  };

const grantedParts = (store: Store) => (request: ApiRequest) => {
  const { parts } = bodyOf(PartsRequest, request);
  return grantParts(store, ownerOf(request), { id: part(request, 'evidence'), parts, actor: request.actor });
};

const startImport =
  (store: Store): Endpoint =>
  async (request) => {
    const audit = part(request, 'audit');
    const { upload: id } = bodyOf(ImportRequest, request);
    const { actor, key } = request;
    const event = await importReport(store, { audit, upload: id, actor, key });
    if (!event.ok) return event;
    const file = await store.evidence.get({ kind: 'audit', aggregate: audit }, id);
    return readImport(store, audit, importIdOf(file?.sha256 ?? ''), actor);
  };

/** Grants uploads, whole or in parts, and hands reports to the intake. */
export const create = (store: Store) =>
  createApi('evidence', store.people, {
    requestUpload: upload(store),
    requestReportUpload: reportUpload(store),
    grantParts: onParts(store, grantedParts(store), (parts) => ({ parts })),
    listParts: onParts(
      store,
      (request) => listParts(store, ownerOf(request), part(request, 'evidence'), request.actor),
      (parts) => ({ parts }),
    ),
    completeParts: onParts(
      store,
      (request) => completeParts(store, ownerOf(request), part(request, 'evidence'), request.actor),
      evidenceView,
    ),
    importReport: startImport(store),
  });
