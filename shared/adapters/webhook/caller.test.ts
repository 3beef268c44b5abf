import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { Unreachable } from '#ports/webhooks.ts';
import { names, openReceiver, type Receiver, reaching } from '../../../test/receiver/receiver.ts';
import { createCaller } from './caller.ts';

const call = { headers: { 'content-type': 'application/json', 'webhook-id': 'id-1' }, body: '{"ö":"«1»"}' };

const receiver = async (answer?: (response: ServerResponse) => void): Promise<Receiver> => {
  const opened = await openReceiver(answer);
  onTestFinished(() => opened.close());
  return opened;
};

const reason = async (called: Promise<unknown>): Promise<string> => {
  const error = await called.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Unreachable);
  return error instanceof Error ? error.message : '';
};

test('posts body and headers as they are, and answers with the status', async () => {
  const { url, received } = await receiver((response) => response.writeHead(418).end('no'));
  const answer = await createCaller({ agent: reaching() }).call({ ...call, url: `${url}hooks/1?a=b` });
  expect(answer).toEqual({ status: 418 });
  expect(received).toMatchObject([
    {
      method: 'POST',
      path: '/hooks/1?a=b',
      body: call.body,
      headers: { ...call.headers, 'content-length': '14', 'user-agent': 'Redress' },
    },
  ]);
});

test('keeps no connection, so that the next call looks the name up anew', async () => {
  const { url, received } = await receiver();
  const { asked, lookup } = names({ 'receiver.test': ['127.0.0.1'] });
  const caller = createCaller({ agent: reaching(lookup) });
  for (let nth = 0; nth < 3; nth += 1) await caller.call({ ...call, url });
  expect(asked).toHaveLength(3);
  expect(received.map(({ headers }) => headers.connection)).toEqual(['close', 'close', 'close']);
});

test.each([307, 308])('follows %s with the same request, three times at most', async (status) => {
  let left = 3;
  const { url, received } = await receiver((response) => {
    left -= 1;
    if (left >= 0) response.writeHead(status, { location: `/hop-${left}` }).end();
    else response.writeHead(202).end();
  });
  const caller = createCaller({ agent: reaching() });
  expect(await caller.call({ ...call, url })).toEqual({ status: 202 });
  expect(received.map(({ path, method, body }) => [path, method, body])).toEqual(
    ['/', '/hop-2', '/hop-1', '/hop-0'].map((path) => [path, 'POST', call.body]),
  );
  left = 4;
  expect(await reason(caller.call({ ...call, url }))).toBe('too-many-redirects');
});

test.each([301, 302, 303])('takes %s for an answer: after it the request would be another one', async (status) => {
  const { url, received } = await receiver((response) => response.writeHead(status, { location: '/other' }).end());
  expect(await createCaller({ agent: reaching() }).call({ ...call, url })).toEqual({ status });
  expect(received).toHaveLength(1);
});

test('a redirect to nowhere is an answer, one to what is no address is none', async () => {
  const nowhere = await receiver((response) => response.writeHead(307).end());
  expect(await createCaller({ agent: reaching() }).call({ ...call, url: nowhere.url })).toEqual({ status: 307 });
  const broken = await receiver((response) => response.writeHead(307, { location: 'https://' }).end());
  expect(await reason(createCaller({ agent: reaching() }).call({ ...call, url: broken.url }))).toBe('redirect-invalid');
});

test('an answer that never comes ends in time', async () => {
  const { url } = await receiver(() => undefined);
  const started = performance.now();
  expect(await reason(createCaller({ agent: reaching(), mostMs: 150 }).call({ ...call, url }))).toBe('timed-out');
  expect(performance.now() - started).toBeLessThan(2000);
});

test('all hops together have one time', async () => {
  const { url } = await receiver(async (response) => {
    await setTimeout(100);
    response.writeHead(307, { location: '/again' }).end();
  });
  expect(await reason(createCaller({ agent: reaching(), mostMs: 150 }).call({ ...call, url }))).toBe('timed-out');
});

test('an answer that drips is heard for its status, in time', async () => {
  const { url } = await receiver((response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(drip));
  });
  const started = performance.now();
  expect(await createCaller({ agent: reaching(), mostMs: 200 }).call({ ...call, url })).toEqual({ status: 200 });
  expect(performance.now() - started).toBeLessThan(2000);
});

test('an answer without end is read no further than the limit', async () => {
  let written = 0;
  const { url } = await receiver((response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(16_384);
    const pour = (): void => {
      while (!response.destroyed && response.write(chunk)) written += chunk.length;
    };
    response.on('drain', pour);
    pour();
  });
  const caller = createCaller({ agent: reaching(), mostMs: 5000, mostBytes: 64 * 1024 });
  expect(await caller.call({ ...call, url })).toEqual({ status: 200 });
  expect(written).toBeLessThan(32 * 1024 * 1024);
});

test('headers without end are no answer', async () => {
  const { url } = await receiver((response) => response.writeHead(200, { 'x-long': 'a'.repeat(40_000) }).end());
  expect(await reason(createCaller({ agent: reaching() }).call({ ...call, url }))).toBe('HPE_HEADER_OVERFLOW');
});

test('a receiver that nobody vouches for, is another, is gone or hangs up is not called', async () => {
  const { url, port } = await receiver((response) => response.destroy());
  const { lookup } = names({ 'receiver.test': ['127.0.0.1'], 'other.test': ['127.0.0.1'] });
  const agent = reaching(lookup);
  const { outsideAgent } = await import('./outside.ts');
  const untrusting = outsideAgent({ lookup, allowIPAddressList: ['127.0.0.1'] });
  expect(await reason(createCaller({ agent: untrusting }).call({ ...call, url }))).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  const other = `https://other.test:${port}/`;
  expect(await reason(createCaller({ agent }).call({ ...call, url: other }))).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  expect(await reason(createCaller({ agent }).call({ ...call, url: 'https://gone.test/' }))).toBe('ENOTFOUND');
  expect(await reason(createCaller({ agent }).call({ ...call, url }))).toBe('ECONNRESET');
});
