import { createHash, randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { EvidenceView, PartsGranted as PartsGrantedBody, UploadGranted } from '#contracts/http.ts';
import type { EvidenceType } from '#domain/evidence/evidence.ts';

type PartsGranted = z.infer<typeof PartsGrantedBody>;

/** An answer that is not 2xx: the API's problem, as it came. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly problem: Record<string, unknown>;
  constructor(call: string, status: number, problem: Record<string, unknown>) {
    super(`${call}: ${status} ${String(problem.code)}: ${String(problem.detail)}`);
    this.status = status;
    this.code = String(problem.code);
    this.problem = problem;
  }
}

export interface File {
  readonly fileName: string;
  readonly type: EvidenceType;
  readonly bytes: Uint8Array;
}

export interface Given {
  readonly body?: unknown;
  readonly version?: number;
  readonly key?: string;
}

/** A person at the public HTTP API. */
export interface Client {
  readonly email: string;
  /** @throws {ApiProblem} for every answer that is not 2xx */
  call<T>(method: 'GET' | 'POST' | 'PUT', path: string, given?: Given): Promise<T>;
  text(path: string): Promise<string>;
  /** Asks for a grant under `path`, and sends the file with it, in parts where it is large. The answer is its id. */
  upload(path: string, file: File): Promise<string>;
  /**
   * Waits until the checks of the file at `path` have come to an end, and answers its record.
   * @throws {FileRefused} when it was refused or is held
   */
  registered(path: string): Promise<EvidenceView>;
  /** Uploads one file as evidence of a finding, in parts where it is large, and waits until it is registered. */
  addEvidence(finding: string, file: File): Promise<{ id: string; sha256: string }>;
}

/** An uploaded file that is no evidence: what stands on its record. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly file: EvidenceView;
  constructor(file: EvidenceView) {
    super(`${file.fileName} is ${file.status}: ${file.reason ?? 'no reason was given'}`);
    this.file = file;
  }
}

const problemIn = async (call: string, response: Response): Promise<ApiProblem> => {
  const text = await response.text();
  try {
    return new ApiProblem(call, response.status, JSON.parse(text));
  } catch {
    return new ApiProblem(call, response.status, { code: 'no-problem', detail: text.slice(0, 300) });
  }
};

const post = async (url: string, body: object): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const postForm = async ({ url, fields }: NonNullable<UploadGranted['upload']>, file: File): Promise<void> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.fileName);
  const uploaded = await fetch(url, { method: 'POST', body: form });
  if (!uploaded.ok) throw await problemIn(`upload of ${file.fileName}`, uploaded);
};

/** Parts that are granted at a time: few enough to be sent before their addresses expire. */
const partsAtOnce = 4;

const sendParts = async (
  client: Pick<Client, 'call'>,
  path: string,
  { bytes, fileName }: File,
  { count, size }: NonNullable<UploadGranted['parts']>,
): Promise<void> => {
  for (let first = 0; first < count; first += partsAtOnce) {
    const pieces = Array.from({ length: Math.min(partsAtOnce, count - first) }, (_each, i) => {
      const number = first + i + 1;
      return { number, bytes: bytes.subarray((number - 1) * size, number * size) };
    });
    const parts = pieces.map((piece) => ({
      number: piece.number,
      size: piece.bytes.length,
      sha256: sha256Of(piece.bytes),
    }));
    const granted = await client.call<PartsGranted>('POST', `${path}/parts`, { body: { parts } });
    for (const { number, url, headers } of granted.parts) {
      const body = new Uint8Array(pieces.find((piece) => piece.number === number)?.bytes ?? []);
      const put = await fetch(url, { method: 'PUT', headers, body });
      if (!put.ok) throw await problemIn(`part ${number} of ${fileName}`, put);
    }
  }
  await client.call('POST', `${path}/complete`);
};

/** Locally a check takes milliseconds; a large file, or a scanner at work, takes longer. */
const pauses = [5, 10, 20, 40, 80, 160, 320, 640, 1000];
/** As often as that the last pause is made before nobody waits any more. */
const longPauses = 120;

const untilRegistered = async (client: Pick<Client, 'call'>, path: string): Promise<EvidenceView> => {
  for (const pause of [...pauses, ...Array.from({ length: longPauses }, () => 1000), 0]) {
    const file = await client.call<EvidenceView>('GET', path);
    if (file.status === 'registered') return file;
    if (file.status === 'quarantined' || file.status === 'held') throw new FileRefused(file);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(`${path} is still not checked after two minutes`);
};

/** Signs a person in and speaks for that person from then on. */
export const signInAs = async (baseUrl: string, email: string): Promise<Client> => {
  const signedIn = await post(`${baseUrl}/local/sign-in`, { email });
  if (!signedIn.ok) throw await problemIn('sign-in', signedIn);
  const { token } = (await signedIn.json()) as { token: string };

  const send = async (method: string, path: string, given: Given): Promise<Response> => {
    const response = await fetch(`${baseUrl}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(method !== 'GET' && { 'idempotency-key': given.key ?? randomUUID() }),
        ...(given.version !== undefined && { 'if-match': `"${given.version}"` }),
        ...(given.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
    });
    if (!response.ok) throw await problemIn(`${method} ${path}`, response);
    return response;
  };

  const client: Client = {
    email,
    call: async <T>(method: string, path: string, given: Given = {}) =>
      (await (await send(method, path, given)).json()) as T,
    text: async (path) => (await send('GET', path, {})).text(),
    upload: async (path, file) => {
      const { fileName, type, bytes } = file;
      const declared = { fileName, type, size: bytes.length, sha256: sha256Of(bytes) };
      const granted = await client.call<UploadGranted>('POST', path, { body: declared });
      if (granted.upload) await postForm(granted.upload, file);
      if (granted.parts)
        await sendParts(client, `${path.replace(/uploads$/, 'evidence')}/${granted.id}`, file, granted.parts);
      return granted.id;
    },
    registered: (path) => untilRegistered(client, path),
    addEvidence: async (finding, file) => {
      const id = await client.upload(`/findings/${finding}/uploads`, file);
      const { sha256 } = await client.registered(`/findings/${finding}/evidence/${id}`);
      return { id, sha256 };
    },
  };
  return client;
};

/** Moves the virtual clock on, by an ISO 8601 duration; everything due on the way has been fired when this returns. */
export const moveClock = async (baseUrl: string, duration: string): Promise<void> => {
  const moved = await post(`${baseUrl}/local/clock`, { advance: duration });
  if (!moved.ok) throw await problemIn('clock', moved);
};
