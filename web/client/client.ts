import type { Problem } from '#contracts/problem.ts';
import { addresses } from './addresses.ts';
import type { Answer, Given, RouteName } from './types.ts';

/** A reason for a refusal, at the field it concerns. */
export interface Reason {
  readonly code: string;
  readonly message: string;
  readonly field?: string | undefined;
}

/** The API refused, or failed: what it said (RFC 9457). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly reasons: readonly Reason[];
  constructor(problem: Pick<Problem, 'status' | 'code' | 'detail' | 'field' | 'errors'>) {
    super(problem.detail);
    this.status = problem.status;
    this.code = problem.code;
    const { code, detail: message, field } = problem;
    this.reasons = problem.errors ?? [{ code, message, field }];
  }
}

/** Nothing came back: no connection, or it broke. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

interface Address {
  readonly method: string;
  readonly path: string;
  readonly keyed?: true;
}

export interface Client {
  /** @throws {ApiProblem} for every answer that is not 2xx; {@link Unreachable} where none came */
  call<N extends RouteName>(name: N, given: Given<N>, signal?: AbortSignal): Promise<Answer<N>>;
}

const pathOf = (path: string, parts: Readonly<Record<string, string>> = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_whole, part: string) => encodeURIComponent(parts[part] ?? ''));

const queryOf = (query: Readonly<Record<string, unknown>> = {}): string => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

const problemIn = async (response: Response): Promise<ApiProblem> => {
  const text = await response.text();
  try {
    return new ApiProblem(JSON.parse(text) as Problem);
  } catch {
    return new ApiProblem({
      status: response.status,
      code: 'fault',
      detail: `${response.status} ${response.statusText}`,
    });
  }
};

interface Known {
  readonly etag: string;
  readonly answer: unknown;
}

/** Answers that are remembered, at most: more than a page asks for again and again. */
const mostKnown = 50;

/** The newest answers with their tags: what has not changed is not sent again (304). In this tab's memory alone. */
const createMemory = () => {
  const known = new Map<string, Known>();
  return {
    of: (url: string): Known | undefined => known.get(url),
    keep: (url: string, etag: string | null, answer: unknown): void => {
      known.delete(url);
      if (etag === null) return;
      known.set(url, { etag, answer });
      const [oldest] = known.keys();
      if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
    },
  };
};

/**
 * The API, typed by the route table.
 * @param base where it lies, without a slash at its end
 * @param token of who is signed in, fresh; `undefined` sends none
 */
export const createClient = (base: string, token: () => Promise<string | undefined>): Client => {
  const memory = createMemory();
  return {
    call: async <N extends RouteName>(name: N, given: Given<N>, signal?: AbortSignal) => {
      const { method, path, keyed }: Address = addresses[name];
      const { body, version, key } = given;
      const bearer = await token().catch((cause: unknown) => {
        throw new Unreachable(name, { cause });
      });
      const url = `${base}${pathOf(path, given.path)}${queryOf(given.query)}`;
      const known = method === 'GET' ? memory.of(url) : undefined;
      let response: Response;
      try {
        response = await fetch(url, {
          method,
          headers: {
            ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
            ...(keyed && { 'idempotency-key': key ?? crypto.randomUUID() }),
            ...(version !== undefined && { 'if-match': `"${version}"` }),
            ...(known && { 'if-none-match': known.etag }),
            ...(body !== undefined && { 'content-type': 'application/json' }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
          ...(signal && { signal }),
        });
      } catch (cause) {
        if (signal?.aborted) throw cause;
        throw new Unreachable(name, { cause });
      }
      if (known && response.status === 304) return known.answer as Answer<N>;
      if (!response.ok) throw await problemIn(response);
      const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
      const answer: unknown = isJson ? await response.json() : await response.text();
      if (method === 'GET') memory.keep(url, response.headers.get('etag'), answer);
      return answer as Answer<N>;
    },
  };
};
