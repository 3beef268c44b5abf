import * as z from 'zod';
import { Problem } from './problem.ts';
import { type Route, routes } from './routes.ts';

type Json = Readonly<Record<string, unknown>>;

/** JSON Schema 2020-12, which OpenAPI 3.1 takes as it is: the shape that travels, before any transformation. */
const jsonSchema = (schema: z.ZodType): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
};

const problem = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };

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
  const { properties = {}, required = [] } = jsonSchema(route.query) as { properties?: Json; required?: string[] };
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
    : { 'application/json': { schema: jsonSchema(route.answer) } };

const operation = (route: Route): Json => ({
  operationId: route.name,
  summary: route.summary,
  tags: [route.path.split('/')[1] ?? ''],
  parameters: [...pathParameters(route), ...queryParameters(route), ...headers(route)],
  ...(route.body && {
    requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(route.body) } } },
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
      schemas: { Problem: jsonSchema(Problem) },
    },
  };
};
