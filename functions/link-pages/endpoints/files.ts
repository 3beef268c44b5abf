import * as z from 'zod';
import { PartsRequest, UploadRequest } from '#contracts/http.ts';
import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { needsParts } from '#domain/evidence/parts.ts';
import type { Result } from '#domain/result.ts';
import { completePartsByLink, fileOfLink, grantPartsByLink, listPartsByLink } from '#use-cases/links/link-files.ts';
import { requestUploadByLink } from '#use-cases/links/request-upload.ts';
import { showLink } from '#use-cases/links/show-link.ts';
import type { Answer } from '../answers.ts';
import { parseBody, readBody, type SentBody } from '../body.ts';
import { sendPage } from '../pages/upload.ts';
import type { Speech } from '../speech.ts';
import { type Endpoint, type PageRequest, part, refused } from './request.ts';

/** A hash as people copy it: with spaces between the bytes, in capitals, or with the file's name behind it. */
const CopiedHash = z.string().transform((text) => {
  const lower = text.trim().toLowerCase();
  return /^[0-9a-f]{64}\b/.exec(lower)?.[0] ?? lower.replaceAll(/\s/g, '');
});
const UploadForm = z
  .object({ fileName: z.string(), type: z.string(), size: z.string(), sha256: CopiedHash })
  .transform((form) => ({ ...form, size: /^\d{1,15}$/.test(form.size.trim()) ? Number(form.size) : Number.NaN }))
  .pipe(UploadRequest);

const needsScript = {
  code: 'file-too-large',
  message: 'A file of more than 100 MB goes up in parts, which needs a browser that runs scripts.',
  field: 'size',
};

/** What the script sees of a file. */
const seenIn =
  ({ sentence }: Speech) =>
  ({ id, fileName, size, sha256, status, reason }: EvidenceRecord) => ({
    id,
    fileName,
    size,
    sha256,
    status,
    ...(reason !== undefined && { reason: sentence(reason) }),
  });

const declared = (body: SentBody) => parseBody(body.kind === 'form' ? UploadForm : UploadRequest, body);

export const requestLinkUpload: Endpoint = async (request) => {
  const { store, found, path, answers, event, speech, isForScript } = request;
  const sent = readBody(event);
  if (!sent.ok) return refused(request, sent.refusals);
  const file = declared(sent.value);
  if (!file.ok) return refused(request, file.refusals, sent.value);
  if (!isForScript && needsParts(file.value.size)) return refused(request, [needsScript], sent.value);
  const returnTo = isForScript ? undefined : `${store.baseUrl}${path}`;
  const granted = await requestUploadByLink(store, found, { ...file.value, returnTo });
  if (!granted.ok) return refused(request, granted.refusals, sent.value);
  const { record, upload, parts } = granted.value;
  if (isForScript) return answers.json(201, { id: record.id, ...(upload && { upload }), ...(parts && { parts }) });
  if (!upload) return refused(request, [needsScript], sent.value);
  const { facts } = await showLink(store, found, speech.language);
  return answers.page(200, sendPage(speech, { facts }, record, upload, path));
};

const answered = async <T>(
  request: PageRequest,
  status: number,
  result: Result<T>,
  body: (value: T) => object,
): Promise<Answer> =>
  result.ok ? request.answers.json(status, body(result.value)) : request.answers.problem(...result.refusals);

export const getLinkFile: Endpoint = async (request) =>
  answered(request, 200, await fileOfLink(request.store, request.found, part(request, 'file')), seenIn(request.speech));

export const grantLinkParts: Endpoint = async (request) => {
  const sent = readBody(request.event);
  const parts = sent.ok ? parseBody(PartsRequest, sent.value) : sent;
  if (!parts.ok) return request.answers.problem(...parts.refusals);
  const granted = await grantPartsByLink(request.store, request.found, part(request, 'file'), parts.value.parts);
  return answered(request, 201, granted, (value) => ({ parts: value }));
};

export const listLinkParts: Endpoint = async (request) =>
  answered(request, 200, await listPartsByLink(request.store, request.found, part(request, 'file')), (parts) => ({
    parts,
  }));

export const completeLinkParts: Endpoint = async (request) =>
  answered(
    request,
    202,
    await completePartsByLink(request.store, request.found, part(request, 'file')),
    seenIn(request.speech),
  );
