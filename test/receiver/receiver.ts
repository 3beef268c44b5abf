import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { LookupFunction } from 'node:net';
import { outsideAgent } from '#adapters/webhook/outside.ts';

const pem = (name: string): string =>
  readFileSync(new URL(`../fixtures/certificates/${name}.pem`, import.meta.url), 'utf8');
const cert = pem('receiver');

export interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  /** `https://receiver.test:PORT/`, which only `reaching` finds. */
  readonly url: string;
  readonly port: number;
  readonly received: Received[];
  close(): Promise<void>;
}

/** Somebody's own https server, on loopback; `answer` plays what it does with a call. */
export const openReceiver = async (
  answer: (response: ServerResponse, received: Received) => void = (response) => response.writeHead(204).end(),
): Promise<Receiver> => {
  const received: Received[] = [];
  const server = createServer({ key: pem('receiver-key'), cert }, async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method, url: path, headers } = incoming;
    const call = { method, path, headers, body: Buffer.concat(chunks).toString() };
    received.push(call);
    answer(response, call);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the receiver listens on no port');
  return {
    url: `https://receiver.test:${address.port}/`,
    port: address.port,
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** A DNS of the test's own: each name with what it answers, the last answer for good. */
export const names = (answers: Readonly<Record<string, readonly string[]>>) => {
  const asked: string[] = [];
  const lookup: LookupFunction = (name, options, callback) => {
    const before = asked.filter((each) => each === name).length;
    asked.push(name);
    const known = answers[name] ?? [];
    const address = known[before] ?? known.at(-1);
    if (address === undefined) {
      callback(Object.assign(new Error(`nobody knows ${name}`), { code: 'ENOTFOUND' }), '', 0);
      return;
    }
    const found = address.split(' ').map((each) => ({ address: each, family: each.includes(':') ? 6 : 4 }));
    if (options.all) callback(null, found);
    else callback(null, found[0]?.address ?? '', found[0]?.family);
  };
  return { asked, lookup };
};

/** An agent that takes this machine's loopback for the world outside, trusts the receiver, and finds its names there. */
export const reaching = (lookup: LookupFunction = names({ 'receiver.test': ['127.0.0.1'] }).lookup) =>
  outsideAgent({ lookup, ca: cert, allowIPAddressList: ['127.0.0.1'] });
