import { ImportRequest, UploadRequest } from '#contracts/http.ts';
import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { ok } from '#domain/result.ts';
import type { UploadGrant } from '#ports/evidence.ts';
import type { People } from '#ports/people.ts';
import type { Contents } from '#ports/trail.ts';
import { importIdOf, importReport } from '#use-cases/evidence/import-report.ts';
import { type RegistrationStore, registerFile } from '#use-cases/evidence/register-evidence.ts';
import { requestReportUpload, requestUpload } from '#use-cases/evidence/request-upload.ts';
import { readImport } from '#use-cases/queries/import-view.ts';
import { bodyOf, createApi, type Endpoint, part } from '../_runtime/api.ts';

export type Store = RegistrationStore & { readonly people: Pick<People, 'get'>; readonly contents: Contents };

const granted = ({ record, upload }: { record: EvidenceRecord; upload: UploadGrant }) => ({ id: record.id, upload });

/** The record as people see it: where the file lies in the bucket is nobody's business. */
const shown = ({ key: _key, ...record }: EvidenceRecord) => record;

const upload =
  (store: Store): Endpoint =>
  async (request) => {
    const grant = await requestUpload(store, part(request, 'finding'), bodyOf(UploadRequest, request), request.actor);
    return grant.ok ? ok(granted(grant.value)) : grant;
  };

const reportUpload =
  (store: Store): Endpoint =>
  async (request) => {
    const grant = await requestReportUpload(
      store,
      part(request, 'audit'),
      bodyOf(UploadRequest, request),
      request.actor,
    );
    return grant.ok ? ok(granted(grant.value)) : grant;
  };

const register =
  (store: Store): Endpoint =>
  async (request) => {
    const owner = { kind: 'finding', aggregate: part(request, 'finding') } as const;
    const record = await registerFile(store, owner, part(request, 'evidence'), request.actor);
    return record.ok ? ok(shown(record.value)) : record;
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

/** Grants uploads, checks and registers uploaded files, hands reports to the intake. */
export const create = (store: Store) =>
  createApi('evidence', store.people, {
    requestUpload: upload(store),
    requestReportUpload: reportUpload(store),
    registerEvidence: register(store),
    importReport: startImport(store),
  });
