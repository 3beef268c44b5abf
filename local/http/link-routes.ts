import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { linkAssets, linkRoutes } from '#contracts/link-routes.ts';
import type { Invoke } from '../functions.ts';
import { headersOf } from './api-routes.ts';

/** The request as HTTP API (payload format 2.0) hands it to a function whose routes ask for no token. */
const eventOf = (routeKey: string, request: FastifyRequest) => {
  const { cookie, ...headers } = headersOf(request);
  return {
    version: '2.0',
    routeKey,
    rawPath: request.url.split('?')[0],
    rawQueryString: request.url.split('?')[1] ?? '',
    cookies: cookie?.split(';').map((each) => each.trim()),
    headers,
    pathParameters: request.params,
    body: Buffer.isBuffer(request.body) ? request.body.toString('utf8') : undefined,
    isBase64Encoded: false,
    requestContext: {
      routeKey,
      requestId: request.id,
      http: { method: request.method, path: request.url, protocol: 'HTTP/1.1', sourceIp: request.ip, userAgent: '' },
    },
  };
};

/** Serves the pages of links: for everybody who has an address, without a token. */
export const serveLinks = (server: FastifyInstance, invoke: Invoke): void => {
  const serve = (routeKey: string) => async (request: FastifyRequest, reply: FastifyReply) => {
    const answer = (await invoke('link-pages', eventOf(routeKey, request))) as APIGatewayProxyStructuredResultV2;
    for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value);
    if (answer.cookies) reply.header('set-cookie', answer.cookies);
    return reply.status(answer.statusCode ?? 200).send(answer.body ?? '');
  };
  for (const { method, path } of [...linkRoutes, { method: 'GET', path: linkAssets } as const])
    server.route({
      method,
      url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
      // A scanner of mail that asks for the head alone is given nothing to do either.
      exposeHeadRoute: false,
      handler: serve(`${method} ${path}`),
    });
};
