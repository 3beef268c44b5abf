import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from '#contracts/routes.ts';
import { completeSubmission } from '../builders/submissions.ts';
import { issue, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { ask } from './http.ts';

/** The parts of the OpenAPI 3.1 specification that a document like ours is made of: strict, so that a slip shows. */
const Schema = z.record(z.string(), z.unknown());
const Content = z.record(z.string().regex(/^[a-z]+\/[a-z+]+$/), z.strictObject({ schema: Schema }));
const Parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  schema: Schema,
  description: z.string().optional(),
});
const Operation = z.strictObject({
  operationId: z.string().regex(/^[A-Za-z]+$/),
  summary: z.string().min(1),
  tags: z.array(z.string().min(1)),
  parameters: z.array(Parameter),
  requestBody: z.strictObject({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^(2\d\d|default)$/),
    z.strictObject({ description: z.string().min(1), content: Content }),
  ),
});
const Document = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({
    title: z.string().min(1),
    version: z.string().min(1),
    description: z.string().min(1),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post', 'put']), Operation)),
  components: z.strictObject({
    securitySchemes: z.record(
      z.string(),
      z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer'), bearerFormat: z.string() }),
    ),
    schemas: z.record(z.string(), Schema),
  }),
});
type Document = z.infer<typeof Document>;

const audit = '2026-surveillance';
let house: House;
let json: unknown;
let document: Document;

beforeAll(async () => {
  house = await openHouse();
  const answered = await ask(house, { method: 'GET', path: '/openapi.json' });
  expect(answered.type).toMatch(/^application\/json(;|$)/);
  json = JSON.parse(answered.text);
  document = Document.parse(json);
}, 60_000);
afterAll(() => house.close());

const operationOf = (method: string, path: string) => {
  const operation = document.paths[path]?.[method.toLowerCase() as 'get' | 'post' | 'put'];
  if (!operation) throw new Error(`${method} ${path} is not in the document`);
  return operation;
};

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];
/** A schema of the document with all that it refers to beside it, as a validator takes it. */
const wholeSchema = (schema: unknown): z.ZodType => {
  const all = { ...(schema as object), $defs: document.components.schemas };
  return z.fromJSONSchema(
    JSON.parse(JSON.stringify(all).replaceAll('#/components/schemas/', '#/$defs/')) as JsonSchema,
  );
};
const schemaIn = (content: z.infer<typeof Content> | undefined): z.ZodType =>
  wholeSchema(content?.['application/json']?.schema ?? { not: {} });

/** Every `$ref` in a document, wherever it stands. */
const refsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === '$ref' && typeof each === 'string' ? [each] : refsIn(each),
  );
};

const resolved = (ref: string): unknown =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], json);

describe('the reference of the API', () => {
  it('names every route, and no other', () => {
    const named = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(named.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('calls each operation by a name of its own', () => {
    const names = Object.values(document.paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.sort()).toEqual(routes.map(({ name }) => name).sort());
  });

  it('resolves every reference', () => {
    const refs = refsIn(json);
    expect(refs.length).toBeGreaterThan(routes.length - 1);
    expect(refs.filter((ref) => !ref.startsWith('#/') || resolved(ref) === undefined)).toEqual([]);
  });

  it('asks for a token everywhere, by a scheme that it describes', () => {
    expect(document.security).toEqual([{ bearer: [] }]);
    expect(Object.keys(document.components.securitySchemes)).toEqual(['bearer']);
  });

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('describes %s', (_name, route) => {
    const { parameters, requestBody, responses } = operationOf(route.method, route.path);
    const named = (where: string) => parameters.filter((each) => each.in === where);
    const parts = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(named('path').map(({ name, required }) => [name, required])).toEqual(parts.map((name) => [name, true]));
    expect(named('header').map(({ name, required }) => [name, required])).toEqual([
      ...(route.keyed ? [['Idempotency-Key', true]] : []),
      ...(route.versioned ? [['If-Match', true]] : []),
    ]);
    expect(named('query').length > 0).toBe(route.query !== undefined);
    expect(requestBody !== undefined).toBe(route.body !== undefined);
    expect(Object.keys(responses).sort()).toEqual([String(route.status), 'default']);
    expect(responses.default?.content).toEqual({
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    });
  });
});

describe('what the reference says of bodies and answers', () => {
  it('says each shape once', () => {
    expect(JSON.stringify(json).length).toBeLessThan(200_000);
  });

  it('tells a body that is taken from one that is not', () => {
    const body = schemaIn(operationOf('POST', '/findings/{finding}/submit').requestBody?.content);
    const plan = completeSubmission('plan');
    expect(body.safeParse(plan).success).toBe(true);
    expect(body.safeParse({ ...plan, colour: 'red' }).success).toBe(false);
    expect(body.safeParse({ ...plan, content: { ...plan.content, consequences: 7 } }).success).toBe(false);
  });

  it('is true of what is answered', async () => {
    await openAudit(house.people.ismsManager, audit);
    const finding = await issue(house, audit, 'NC-01');
    const answers: [path: string, at: string][] = [
      ['/me', '/me'],
      ['/people', '/people'],
      ['/audits', '/audits'],
      ['/audits/{audit}', `/audits/${audit}`],
      ['/findings', '/findings'],
      ['/findings/{finding}', `/findings/${finding}`],
      ['/findings/{finding}/events', `/findings/${finding}/events`],
      ['/findings/{finding}/notices', `/findings/${finding}/notices`],
      ['/findings/{finding}/evidence', `/findings/${finding}/evidence`],
    ];
    for (const [path, at] of answers) {
      const schema = schemaIn(operationOf('GET', path).responses['200']?.content);
      const answer = await house.people.ismsManager.call('GET', at);
      expect(schema.safeParse(answer).error, path).toBeUndefined();
      expect(schema.safeParse({}).success && path, path).toBe(false);
    }
  });

  it('is true of a problem', async () => {
    const { text } = await ask(house, { method: 'GET', path: '/me' });
    const problem = wholeSchema(document.components.schemas.Problem);
    expect(problem.safeParse(JSON.parse(text)).error).toBeUndefined();
    expect(problem.safeParse({ code: 'x' }).success).toBe(false);
  });
});
