import * as z from 'zod';
import { AuditFacts } from '#domain/audit/state.ts';
import { commandBodies } from '#domain/finding/commands.ts';
import { Finding } from '#domain/finding/state.ts';
import { Policy } from '#domain/policy/policy.ts';
import { Requirement } from '#domain/requirement/requirement.ts';
import { Submission } from '#domain/submission/submission.ts';
import * as http from './http.ts';
import { Problem } from './problem.ts';
import { type Route, routes } from './routes.ts';

type Json = Readonly<Record<string, unknown>>;

const place = (name: string): string => `#/components/schemas/${name}`;
const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Every shape that has a name, so that the document says it once: bodies, answers, commands, and what they share. */
const named = z.registry<{ id: string }>();
const shared = { Problem, Finding, Policy, Requirement, AuditFacts, Submission };
const commands = Object.entries(commandBodies).map(([name, body]) => [`${capital(name)}Command`, body] as const);
for (const [name, schema] of [...Object.entries(shared), ...Object.entries(http), ...commands])
  if (schema instanceof z.ZodType && !named.has(schema)) named.add(schema, { id: name });

/** JSON Schema 2020-12, which OpenAPI 3.1 takes as it is: the shape that travels, before any transformation. */
const asTravels = { io: 'input', unrepresentable: 'any' } as const;

const schemas = (): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(z.toJSONSchema(named, { ...asTravels, uri: place }).schemas).map(([name, schema]) => {
      const { $schema: _dialect, $id: _place, ...rest } = schema;
      return [name, rest];
    }),
  );

/** @throws {RangeError} for a shape without a name: `http.ts` exports it, or it is a command's body */
const refTo = (schema: z.ZodType): Json => {
  const id = named.get(schema)?.id;
  if (id === undefined) throw new RangeError('a body or an answer of the route table has no name');
  return { $ref: place(id) };
};

const problem = { content: { 'application/problem+json': { schema: refTo(Problem) } } };

const headers = (route: Route): Json[] => [
  ...(route.keyed
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          schema: { type: 'string', maxLength: 200 },
          description: 'New for each command, the same when it is repeated.',
        },
      ]
    : []),
  ...(route.versioned
    ? [
        {
          name: 'If-Match',
          in: 'header',
          required: true,
          schema: { type: 'string' },
          description: 'The version that was seen, such as "7".',
        },
      ]
    : []),
];

const pathParameters = (route: Route): Json[] =>
  [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const queryParameters = (route: Route): Json[] => {
  if (!route.query) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(route.query, asTravels) as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
};

const answer = (route: Route): Json =>
  route.answer === 'text/csv'
    ? { 'text/csv': { schema: { type: 'string' } } }
    : { 'application/json': { schema: refTo(route.answer) } };

const operation = (route: Route): Json => ({
  operationId: route.name,
  summary: route.summary,
  tags: [route.path.split('/')[1] ?? ''],
  parameters: [...pathParameters(route), ...queryParameters(route), ...headers(route)],
  ...(route.body && {
    requestBody: { required: true, content: { 'application/json': { schema: refTo(route.body) } } },
  }),
  responses: {
    [route.status]: { description: 'Done.', content: answer(route) },
    default: { description: 'Refused.', ...problem },
  },
});

/** The API's reference, OpenAPI 3.1, made from the route table. */
export const openApi = (): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes)
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Redress',
      version: '1',
      description: 'From audit finding to Closed. Refusals are problem+json (RFC 9457) and change nothing.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: schemas(),
    },
  };
};
