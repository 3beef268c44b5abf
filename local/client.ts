import { createHash, randomUUID } from 'node:crypto';
import type { EvidenceType } from '#domain/evidence/evidence.ts';

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
  /** Asks for a grant under `path`, and posts the file with it. The answer is the id of the upload. */
  upload(path: string, file: File): Promise<string>;
  /** Uploads and registers one file as evidence of a finding. */
  addEvidence(finding: string, file: File): Promise<{ id: string; sha256: string }>;
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

/** Signs a person in and speaks for that person from then on. */
export const signInAs = async (baseUrl: string, email: string): Promise<Client> => {
  const signedIn = await post(`${baseUrl}/local/sign-in`, { email });
  if (!signedIn.ok) throw await problemIn('sign-in', signedIn);
  const { token } = (await signedIn.json()) as { token: string };

  const send = async (method: string, path: string, given: Given): Promise<Response> => {
    const response = await fetch(`${baseUrl}${path}`, {
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
      const grant = await client.call<{ id: string; upload: { url: string; fields: Record<string, string> } }>(
        'POST',
        path,
        { body: declared },
      );
      const form = new FormData();
      for (const [name, value] of Object.entries(grant.upload.fields)) form.append(name, value);
      form.append('file', new Blob([new Uint8Array(bytes)], { type }), fileName);
      const uploaded = await fetch(grant.upload.url, { method: 'POST', body: form });
      if (!uploaded.ok) throw await problemIn(`upload of ${fileName}`, uploaded);
      return grant.id;
    },
    addEvidence: async (finding, file) => {
      const id = await client.upload(`/findings/${finding}/uploads`, file);
      await client.call('POST', `/findings/${finding}/evidence/${id}/register`);
      return { id, sha256: sha256Of(file.bytes) };
    },
  };
  return client;
};

/** Moves the virtual clock on, by an ISO 8601 duration; everything due on the way has been fired when this returns. */
export const moveClock = async (baseUrl: string, duration: string): Promise<void> => {
  const moved = await post(`${baseUrl}/local/clock`, { advance: duration });
  if (!moved.ok) throw await problemIn('clock', moved);
};
