import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { FileOwner, RealType } from '#ports/evidence.ts';
import { faultInUpload } from './check-upload.ts';
import type { UploadStore } from './request-upload.ts';

export interface RegistrationStore extends UploadStore {
  readonly realType: RealType;
}

const notUploaded = {
  code: 'not-uploaded',
  message: 'The file has not been uploaded yet. Upload it with the form that was granted, or ask for a new one.',
  field: 'evidence',
};
const refusedFile = (reason: string | undefined) => ({
  code: 'evidence-refused',
  message: `${reason ?? 'The file was refused.'} Upload the right file as new evidence.`,
  field: 'evidence',
});

/**
 * Checks size, hash and real type of an uploaded file against what was declared, once and for all: a file that differs
 * stays on the record as refused, with the reason.
 */
export const registerFile = async (
  store: RegistrationStore,
  owner: FileOwner,
  id: string,
  actor: Actor,
): Promise<Result<EvidenceRecord>> => {
  const record = await store.evidence.get(owner, id);
  if (!record || record.by !== actor.person)
    return refuse({ code: 'not-found', message: 'You asked for no such upload here.', field: 'evidence' });
  if (record.status === 'registered') return ok(record);
  if (record.status === 'refused') return refuse(refusedFile(record.reason));

  const fault = await faultInUpload(store.files, store.realType, record);
  if (fault === 'absent') return refuse(notUploaded);
  const outcome =
    fault === undefined ? ({ status: 'registered' } as const) : ({ status: 'refused', reason: fault } as const);
  await store.evidence.settle(owner, id, outcome);
  return fault === undefined ? ok({ ...record, status: 'registered' }) : refuse(refusedFile(fault));
};
