import JSZip from 'jszip';
import type { EvidenceView, UploadGranted } from '#contracts/http.ts';
import { ApiProblem, type Client, type File, sha256Of } from '#local/client.ts';
import { log } from './findings.ts';
import type { House } from './house.ts';

export interface Granted {
  readonly id: string;
  readonly upload: NonNullable<UploadGranted['upload']>;
}

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);

export const declared = ({ fileName, type, bytes }: File) => ({
  fileName,
  type,
  size: bytes.length,
  sha256: sha256Of(bytes),
});

export const grantFor = (who: Pick<Client, 'call'>, finding: string, file: File = log): Promise<Granted> =>
  who.call('POST', `/findings/${finding}/uploads`, { body: declared(file) });

/** Posts the form; a field that is `undefined` is left out. */
export const post = async (
  { upload }: Pick<Granted, 'upload'>,
  change: Readonly<Record<string, string | undefined>> = {},
  bytes: Uint8Array | undefined = log.bytes,
) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...upload.fields, ...change }))
    if (value !== undefined) form.append(name, value);
  if (bytes) form.append('file', new Blob([new Uint8Array(bytes)]), log.fileName);
  const response = await fetch(upload.url, { method: 'POST', body: form });
  const answer = await response.text();
  return { status: response.status, code: answer === '' ? undefined : (JSON.parse(answer) as { code: string }).code };
};

/** Grants, posts, and waits for everything that follows: the record as its uploader sees it. */
export const uploaded = async (
  house: Pick<House, 'system'>,
  who: Client,
  finding: string,
  file: File = log,
): Promise<EvidenceView> => {
  const granted = await grantFor(who, finding, file);
  await post(granted, {}, file.bytes);
  await house.system.settled();
  return recordOf(who, finding, granted.id);
};

export const recordOf = (who: Pick<Client, 'call'>, finding: string, id: string): Promise<EvidenceView> =>
  who.call('GET', `/findings/${finding}/evidence/${id}`);

export const refusalOf = async (call: Promise<unknown>): Promise<ApiProblem> => {
  const thrown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ApiProblem)) throw new Error(`no problem was answered but ${String(thrown)}`);
  return thrown;
};

export const png: File = {
  fileName: 'rate.png',
  type: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** The file by which scanners are tried out, put together here so that none takes this source for it. */
export const eicar: File = {
  fileName: 'eicar.txt',
  type: 'text/plain',
  bytes: text(['X5O!P%@AP[4', '\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('')),
};

export const zip = async (entries: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> => {
  const archive = new JSZip();
  for (const [name, content] of Object.entries(entries)) archive.file(name, content);
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};

export const zipFile = async (entries: Readonly<Record<string, string | Uint8Array>>): Promise<File> => ({
  fileName: 'logs.zip',
  type: 'application/zip',
  bytes: await zip(entries),
});

const contentTypes = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>`;

/** A text document with whatever else it holds. */
export const docx = async (more: Readonly<Record<string, string>> = {}): Promise<File> => ({
  fileName: 'minutes.docx',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  bytes: await zip({ '[Content_Types].xml': contentTypes, 'word/document.xml': '<w:document/>', ...more }),
});
