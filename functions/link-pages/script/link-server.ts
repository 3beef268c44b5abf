import type * as z from 'zod';
import type { PartsGranted, PartsList } from '#contracts/http.ts';
import { LinkDead, Refused, Unreachable } from '../../../shared/upload/failure.ts';
import type { Server } from '../../../shared/upload/server.ts';
import type { ScriptWords } from './words.ts';

const detailIn = async (response: Response): Promise<string | undefined> => {
  if (!response.headers.get('content-type')?.includes('json')) return undefined;
  const { detail } = (await response.json()) as { detail?: unknown };
  return typeof detail === 'string' ? detail : undefined;
};

const failureOf = async (response: Response, words: ScriptWords): Promise<Error> => {
  const { status } = response;
  if (status === 404) return new LinkDead();
  if (status === 401) return new Refused(status, words.sessionEnded);
  const detail = await detailIn(response).catch(() => undefined);
  return status === 429 || status >= 500
    ? new Unreachable(detail ?? words.fault)
    : new Refused(status, detail ?? words.fault);
};

/**
 * The routes of the link, as the page's script asks them.
 * @param files path under which the link takes files
 */
export const serverAt = (files: string, words: ScriptWords): Server => {
  const call = async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
    let response: Response;
    try {
      response = await fetch(`${files}${path}`, {
        method,
        headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        cache: 'no-store',
        credentials: 'same-origin',
      });
    } catch {
      throw new Unreachable(words.unreachable);
    }
    if (!response.ok) throw await failureOf(response, words);
    try {
      return (await response.json()) as T;
    } catch {
      throw new Unreachable(words.unreachable);
    }
  };
  const at = (id: string): string => `/${encodeURIComponent(id)}`;
  return {
    request: (file) => call('POST', '', file),
    look: (id) => call('GET', at(id)),
    partsOf: async (id) => (await call<z.infer<typeof PartsList>>('GET', `${at(id)}/parts`)).parts,
    grantPart: async (id, part) => {
      const { parts } = await call<z.infer<typeof PartsGranted>>('POST', `${at(id)}/parts`, { parts: [part] });
      const [grant] = parts;
      if (!grant) throw new Refused(200, words.fault);
      return grant;
    },
    complete: (id) => call('POST', `${at(id)}/complete`),
  };
};
