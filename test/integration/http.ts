import type { Problem } from '#contracts/problem.ts';
import type { House } from './house.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Headers;
  readonly text: string;
}

/** What lies beside the API, which has a path of its own. */
const beside = /^\/(local|links|link-assets|openapi\.json)(\/|$)/;

/**
 * A request as somebody at a terminal may send it: nothing is added, and every answer is an answer. Paths of the API are
 * given as the route table has them.
 */
export const ask = async (house: Pick<House, 'url'>, { method, path, headers, body }: Asked): Promise<Answered> => {
  const response = await fetch(`${house.url}${beside.test(path) ? '' : '/api'}${path}`, {
    method,
    headers: { ...headers },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type'), headers: response.headers, text };
};

export const tokenOf = async (house: Pick<House, 'url'>, email: string): Promise<string> => {
  const headers = { 'content-type': 'application/json' };
  const { text } = await ask(house, {
    method: 'POST',
    path: '/local/sign-in',
    headers,
    body: JSON.stringify({ email }),
  });
  return (JSON.parse(text) as { token: string }).token;
};

export const problemIn = ({ text }: Answered): Problem => JSON.parse(text);
