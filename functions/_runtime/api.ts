import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import { problemOf } from '#contracts/problem.ts';
import { type ApiFunction, peopleIn, type Route, routeKey, routes, subjectOf } from '#contracts/routes.ts';
import type { Actor, Person } from '#domain/people/person.ts';
import { ok, type Refusal, type Result, refuse } from '#domain/result.ts';
import type { People } from '#ports/people.ts';
import { BadCursor } from '#ports/store.ts';
import { type ApiEvent, parseRequest } from './api-request.ts';
import { count, log, observed } from './observe.ts';
import { taggedRead } from './unchanged.ts';

export type { ApiEvent } from './api-request.ts';

/** A request that fits its route, by somebody the people directory knows. */
export interface ApiRequest {
  readonly actor: Actor;
  readonly person: Person;
  /** The network address it came from. */
  readonly address: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
  /** The `Idempotency-Key`. */
  readonly key: string;
  /** The version of `If-Match`, where the route asks for one. */
  readonly version: number | undefined;
}

/** JSON, or text of a type of its own (`text/csv`). */
export type ApiAnswer = object | { readonly text: string; readonly type: string };
export type Endpoint = (request: ApiRequest) => Promise<Result<ApiAnswer>>;

const signedIn = async (people: Pick<People, 'get'>, event: ApiEvent, route: Route): Promise<Result<Person>> => {
  const { email, email_verified: verified } = event.requestContext.authorizer.jwt.claims;
  // Some issuers leave the claim out and vouch for every address; API Gateway hands claims on as text.
  if (typeof email !== 'string' || email === '' || verified === false || verified === 'false')
    return refuse({
      code: 'unauthenticated',
      message: 'The token names no e-mail address that was verified. Sign in again.',
    });
  const person = await people.get(email.toLowerCase());
  if (!person)
    return refuse({
      code: 'not-permitted',
      message: 'You are signed in but not in the people directory. Ask an administrator to add you.',
    });
  // What a person may do with a finding follows from the finding: its use cases decide.
  const { by } = route;
  return by === 'everybody' || subjectOf(route) === 'finding' || person.roles.some((role) => by.includes(role))
    ? ok(person)
    : refuse({
        code: 'not-permitted',
        message: `This is for ${peopleIn(by).join(', ')}; you hold none of these roles.`,
      });
};

const problem = (refusals: readonly Refusal[]): APIGatewayProxyStructuredResultV2 => {
  const content = problemOf(refusals);
  return {
    statusCode: content.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    body: JSON.stringify(content),
  };
};

const isText = (answer: ApiAnswer): answer is { text: string; type: string } => 'text' in answer && 'type' in answer;

const success = (route: Route, event: ApiEvent, answer: ApiAnswer): APIGatewayProxyStructuredResultV2 => {
  const version = 'version' in answer && typeof answer.version === 'number' ? answer.version : undefined;
  const [type, body] = isText(answer) ? [answer.type, answer.text] : ['application/json', JSON.stringify(answer)];
  const headers = { 'content-type': type, 'cache-control': 'no-store' };
  const whole = { statusCode: route.status, headers, body };
  if (route.method === 'GET') return taggedRead(event, whole, version);
  return version === undefined ? whole : { ...whole, headers: { ...headers, etag: `"${version}"` } };
};

const answerOf = async (
  people: Pick<People, 'get'>,
  route: Route,
  endpoint: Endpoint,
  event: ApiEvent,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const person = await signedIn(people, event, route);
  if (!person.ok) return problem(person.refusals);
  const request = parseRequest(route, event);
  if (!request.ok) return problem(request.refusals);
  const { email, roles } = person.value;
  const address = event.requestContext.http.sourceIp;
  const answer = await endpoint({ ...request.value, person: person.value, actor: { person: email, roles }, address });
  return answer.ok ? success(route, event, answer.value) : problem(answer.refusals);
};

const badCursor = {
  code: 'query-invalid',
  message: 'This is no place in the list. Hand back `next` as the page before gave it, or leave it out.',
  field: 'next',
};
const fault = { code: 'fault', message: 'Something went wrong on our side. Try again with the same Idempotency-Key.' };

/**
 * One API function: its routes of the route table, each with the endpoint that answers it. Refusals and faults are
 * problem+json (RFC 9457); a fault is logged whole and answered without its insides.
 */
export const createApi = (
  name: ApiFunction,
  people: Pick<People, 'get'>,
  endpoints: Readonly<Record<string, Endpoint>>,
) => {
  const served = new Map(routes.filter((route) => route.function === name).map((route) => [routeKey(route), route]));
  for (const route of served.values()) {
    if (!endpoints[route.name]) throw new RangeError(`${name} serves no ${route.name}`);
  }
  return observed<ApiEvent, APIGatewayProxyStructuredResultV2>(async (event) => {
    const route = served.get(event.routeKey);
    const endpoint = route && endpoints[route.name];
    if (!route || !endpoint) return problem([{ code: 'not-found', message: 'There is nothing at this address.' }]);
    try {
      const answer = await answerOf(people, route, endpoint, event);
      log('info', 'REDRESS_API_ANSWER', { route: route.name, status: answer.statusCode });
      return answer;
    } catch (error) {
      if (error instanceof BadCursor) return problem([badCursor]);
      log('error', 'REDRESS_API_FAULT', { route: route.name, error });
      count('ApiFault');
      return problem([fault]);
    }
  });
};

/** The request's body, which its route has parsed with this schema. */
export const bodyOf = <S extends z.ZodType>(_schema: S, request: ApiRequest): z.infer<S> => request.body as z.infer<S>;
export const queryOf = <S extends z.ZodType>(_schema: S, request: ApiRequest): z.infer<S> =>
  request.query as z.infer<S>;

/** A part of the path that the route has; its absence is a fault of ours. */
export const part = (request: ApiRequest, name: string): string => {
  const value = request.path[name];
  if (value === undefined) throw new RangeError(`the route has no part ${name}`);
  return value;
};
