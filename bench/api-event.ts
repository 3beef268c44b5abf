import { type Route, routeKey, routes } from '#contracts/routes.ts';

const patterns = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** The route that serves a request, and the parts of the path. @throws {RangeError} where there is none */
const routeOf = (method: string, path: string): { route: Route; parameters: Record<string, string> } => {
  for (const { route, pattern } of patterns) {
    const match = route.method === method && pattern.exec(path);
    if (!match) continue;
    const entries = Object.entries(match.groups ?? {});
    return { route, parameters: Object.fromEntries(entries.map(([name, value]) => [name, decodeURIComponent(value)])) };
  }
  throw new RangeError(`no route serves ${method} ${path}`);
};

/** A request of somebody who is signed in, as API Gateway's HTTP API hands it to a function. */
export const apiEvent = (
  email: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string,
) => {
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  const { route, parameters } = routeOf(method, rawPath);
  const event = {
    version: '2.0',
    routeKey: routeKey(route),
    rawPath,
    rawQueryString,
    headers: { ...headers, 'content-type': 'application/json' },
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    pathParameters: parameters,
    body,
    isBase64Encoded: false,
    requestContext: {
      routeKey: routeKey(route),
      requestId: 'bench',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      authorizer: { jwt: { claims: { email }, scopes: null } },
    },
  };
  return { route, event };
};
