import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { partCount, sizeOfPart } from '#domain/evidence/parts.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Refusal, type Result, refuse } from '#domain/result.ts';
import type { EvidenceRecords, FileOwner, IntakeFiles, PartGrant, StoredPart } from '#ports/evidence.ts';

export interface PartsStore {
  readonly evidence: Pick<EvidenceRecords, 'get'>;
  readonly files: Pick<IntakeFiles, 'look' | 'grantPart' | 'partsOf' | 'completeParts'>;
}

/** A form to upload with, or an address for a part, lives this long. */
export const grantSeconds = 5 * 60;

/** One part as it will be, to the byte. `sha256` is of this part, lower-case hex. */
export type DeclaredPart = StoredPart;
export type GrantedPart = PartGrant & { readonly number: number };

type InParts = EvidenceRecord & { readonly parts: string };

/** The upload in parts that this very person asked for, by the same link where it was by one. */
const ownUpload = async (store: PartsStore, owner: FileOwner, id: string, actor: Actor): Promise<Result<InParts>> => {
  const record = await store.evidence.get(owner, id);
  if (!record || record.by !== actor.person || record.link !== actor.link)
    return refuse({ code: 'not-found', message: 'You asked for no such upload here.', field: 'evidence' });
  const { parts } = record;
  return parts === undefined
    ? refuse({
        code: 'wrong-state',
        message: 'This file is uploaded in one piece, with the form that was granted.',
        field: 'evidence',
      })
    : ok({ ...record, parts });
};

/** Once all parts were made one file, none can be added or changed. */
const completed: Refusal = {
  code: 'wrong-state',
  message: 'This upload is complete: no part can be added. Look at the file to see where its checks stand.',
  field: 'evidence',
};

const refusedParts = (record: EvidenceRecord, parts: readonly DeclaredPart[]): Refusal[] =>
  parts.flatMap(({ number, size }, i): Refusal[] => {
    const expected = sizeOfPart(record.size, number);
    if (expected === size) return [];
    return expected === 0
      ? [
          {
            code: 'unknown-part',
            message: `This file has ${partCount(record.size)} parts; there is no part ${number}.`,
            field: `parts[${i}].number`,
          },
        ]
      : [
          {
            code: 'part-size-differs',
            message: `Part ${number} of this file has ${expected} bytes, not ${size}.`,
            field: `parts[${i}].size`,
          },
        ];
  });

/** Grants a PUT for each of these parts, to the byte, to who asked for the upload. */
export const grantParts = async (
  store: PartsStore,
  owner: FileOwner,
  request: { readonly id: string; readonly parts: readonly DeclaredPart[]; readonly actor: Actor },
): Promise<Result<readonly GrantedPart[]>> => {
  const found = await ownUpload(store, owner, request.id, request.actor);
  if (!found.ok) return found;
  const record = found.value;
  if (record.status !== 'uploading' || (await store.files.look(record.key))) return refuse(completed);
  const reasons = refusedParts(record, request.parts);
  if (reasons.length > 0) return refuse(...reasons);
  const { key, parts } = record;
  return ok(
    await Promise.all(
      request.parts.map(async ({ number, size, sha256 }) => ({
        number,
        ...(await store.files.grantPart({ key, parts, number, size, sha256, expiresInSeconds: grantSeconds })),
      })),
    ),
  );
};

/** The parts that have arrived, by their numbers: what an upload that broke off need not send again. */
export const listParts = async (
  store: PartsStore,
  owner: FileOwner,
  id: string,
  actor: Actor,
): Promise<Result<readonly StoredPart[]>> => {
  const found = await ownUpload(store, owner, id, actor);
  if (!found.ok) return found;
  const { status, key, parts } = found.value;
  if (status !== 'uploading' || (await store.files.look(key))) return refuse(completed);
  return ok(await store.files.partsOf(key, parts));
};

/** Makes one file of its parts, once all are there. Repeated: the record as it stands. */
export const completeParts = async (
  store: PartsStore,
  owner: FileOwner,
  id: string,
  actor: Actor,
): Promise<Result<EvidenceRecord>> => {
  const found = await ownUpload(store, owner, id, actor);
  if (!found.ok) return found;
  const record = found.value;
  if (record.status !== 'uploading' || (await store.files.look(record.key))) return ok(record);
  const arrived = await store.files.partsOf(record.key, record.parts);
  const missing = Array.from({ length: partCount(record.size) }, (_each, i) => i + 1).filter(
    (number) => !arrived.some((part) => part.number === number && part.size === sizeOfPart(record.size, number)),
  );
  const [first] = missing;
  if (first !== undefined)
    return refuse({
      code: 'parts-missing',
      message: `${missing.length} of ${partCount(record.size)} parts have not arrived, the first is part ${first}. Send them, then complete the upload.`,
      field: 'evidence',
    });
  await store.files.completeParts(record.key, record.parts);
  return ok(record);
};
