import { once } from 'node:events';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An error as the JSON protocols of AWS word it. */
export const awsError = (type: string, status = 400): Answer => ({ status, body: { __type: type, message: 'no' } });

/**
 * Client options for a service on loopback that gives the answers a test wants: those that AWS gives rarely, and its
 * stand-ins never. `requests` fills up with what the client sent.
 */
export const answering = async (answer: (request: Request) => Answer) => {
  const requests: Request[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method = '', url: path = '', headers } = incoming;
    const request = { method, path, headers, body: Buffer.concat(chunks).toString() };
    requests.push(request);
    const { status = 200, body = {}, headers: more = {} } = answer(request);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...more });
    response.end(method === 'HEAD' ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    requests,
    options: {
      endpoint: `http://127.0.0.1:${address.port}`,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    },
  };
};
