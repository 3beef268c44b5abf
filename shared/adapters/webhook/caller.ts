import type { IncomingMessage } from 'node:http';
import { type Agent, request } from 'node:https';
import { finished } from 'node:stream';
import { type Caller, Unreachable, type WebhookCall } from '#ports/webhooks.ts';
import { looksOutside, outsideAgent } from './outside.ts';

export interface CallerOptions {
  readonly agent?: Agent;
  /** Milliseconds for a whole call, redirects and all. */
  readonly mostMs?: number;
  /** Bytes of an answer that are waited for; what comes after them is not read. */
  readonly mostBytes?: number;
}

const mostRedirects = 3;
/** Those that ask for the same request elsewhere. After any other redirect it would be another one. */
const redirects: readonly (number | undefined)[] = [307, 308];

/** Errors of the network have a code; those without one are the agent's: it does not call this address. */
const reasonFor = (error: Error, signal: AbortSignal): string => {
  if (signal.aborted) return 'timed-out';
  return 'code' in error && typeof error.code === 'string' ? error.code : 'address-not-allowed';
};

const post = (url: URL, { headers, body }: WebhookCall, agent: Agent, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      agent,
      signal,
      headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'Redress' },
    });
    sent.on('response', resolve);
    sent.on('error', (error) => reject(new Unreachable(reasonFor(error, signal), { cause: error })));
    sent.end(body);
  });

/** Lets a receiver finish what it says, within limits. How that ends changes nothing: its status has been heard. */
const heardOut = (answer: IncomingMessage, mostBytes: number): Promise<void> =>
  new Promise((resolve) => {
    let bytes = 0;
    answer.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostBytes) answer.destroy();
    });
    finished(answer, () => resolve());
  });

const next = (from: URL, location: string): URL => {
  if (!URL.canParse(location, from.href)) throw new Unreachable('redirect-invalid');
  return new URL(location, from.href);
};

/** Calls addresses outside by POST. Every hop is looked at anew; whatever the receiver does, it ends in time. */
export const createCaller = ({
  agent = outsideAgent(),
  mostMs = 10_000,
  mostBytes = 64 * 1024,
}: CallerOptions = {}): Caller => ({
  call: async (call) => {
    const signal = AbortSignal.timeout(mostMs);
    let url = new URL(call.url);
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      if (!looksOutside(url)) throw new Unreachable('address-not-allowed');
      const answer = await post(url, call, agent, signal);
      const { statusCode = 0, headers } = answer;
      if (!redirects.includes(statusCode) || headers.location === undefined) {
        await heardOut(answer, mostBytes);
        return { status: statusCode };
      }
      answer.destroy();
      url = next(url, headers.location);
    }
    throw new Unreachable('too-many-redirects');
  },
});
