import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { apiPath } from '#contracts/front.ts';
import { type Route, routeKey, routes } from '#contracts/routes.ts';
import type { Invoke } from '../functions.ts';
import { answerProblem } from './problems.ts';
import type { SignIn } from './sign-in.ts';

/** Header values as API Gateway joins them. */
export const headersOf = (request: FastifyRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value]],
    ),
  );

const queryOf = (request: FastifyRequest): Record<string, string> =>
  Object.fromEntries([...new URL(request.url, 'http://localhost').searchParams].map(([key, value]) => [key, value]));

/** The request as HTTP API (payload format 2.0) hands it to a function. */
const eventOf = (route: Route, request: FastifyRequest, claims: object) => ({
  version: '2.0',
  routeKey: routeKey(route),
  rawPath: request.url.split('?')[0],
  rawQueryString: request.url.split('?')[1] ?? '',
  headers: headersOf(request),
  queryStringParameters: queryOf(request),
  pathParameters: request.params,
  body: Buffer.isBuffer(request.body) ? request.body.toString('utf8') : undefined,
  isBase64Encoded: false,
  requestContext: {
    routeKey: routeKey(route),
    requestId: request.id,
    http: { method: request.method, path: request.url, protocol: 'HTTP/1.1', sourceIp: request.ip, userAgent: '' },
    authorizer: { jwt: { claims, scopes: null } },
  },
});

/** Serves the route table: sign-in is checked here, as the authorizer does on AWS, all else by the functions. */
export const serveApi = (server: FastifyInstance, invoke: Invoke, signIn: SignIn): void => {
  const serve = (route: Route) => async (request: FastifyRequest, reply: FastifyReply) => {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const claims = token === undefined ? undefined : await signIn.verify(token);
    if (!claims)
      return answerProblem(reply, {
        code: 'unauthenticated',
        message: 'Send a token of this system: Authorization: Bearer …. POST /local/sign-in {"email"} gives one.',
        field: 'Authorization',
      });
    const answer = (await invoke(route.function, eventOf(route, request, claims))) as APIGatewayProxyStructuredResultV2;
    for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value);
    return reply.status(answer.statusCode ?? 200).send(answer.body ?? '');
  };
  const paths = new Map<string, string[]>();
  for (const route of routes) {
    const url = `${apiPath}${route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    server.route({ method: route.method, url, handler: serve(route) });
    paths.set(url, [...(paths.get(url) ?? []), route.method]);
  }
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
  for (const [url, allowed] of paths) {
    server.route({
      method: methods.filter((method) => !allowed.includes(method)),
      url,
      handler: (request, reply) =>
        answerProblem(reply.header('allow', allowed.join(', ')), {
          code: 'method-not-allowed',
          message: `${request.method} is not possible here; use ${allowed.join(' or ')}.`,
        }),
    });
  }
};
