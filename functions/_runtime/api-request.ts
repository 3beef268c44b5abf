import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { maxBodyBytes } from '#contracts/http.ts';
import { parsed } from '#contracts/parsed.ts';
import type { Route } from '#contracts/routes.ts';
import { ok, type Refusal, type Result, refuse } from '#domain/result.ts';

export type ApiEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

const header = (event: ApiEvent, name: string): string | undefined =>
  Object.entries(event.headers).find(([key]) => key.toLowerCase() === name)?.[1];

/** Half of a pair of surrogates has no UTF-8: it could be neither stored nor hashed as it came. */
const halfCharacter = (key: string): Refusal => ({
  code: 'body-invalid',
  message: 'A text holds half a character (a surrogate without its pair). Send whole characters.',
  ...(key.isWellFormed() && { field: key }),
});

const readBody = (event: ApiEvent): Result<unknown> => {
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  if (Buffer.byteLength(text) > maxBodyBytes)
    return refuse({
      code: 'body-too-large',
      message: `A request body has at most ${maxBodyBytes / 1024} KB. Files are uploaded as evidence, not sent here.`,
    });
  const type = header(event, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    return refuse({
      code: 'type-unsupported',
      message: 'Send the body as JSON, with Content-Type: application/json.',
      field: 'Content-Type',
    });
  try {
    const broken = new Set<string>();
    const body: unknown = JSON.parse(text, (key, value: unknown) => {
      if (!key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed())) broken.add(key);
      return value;
    });
    return broken.size === 0 ? ok(body) : refuse(...[...broken].map(halfCharacter));
  } catch (error) {
    const where = error instanceof SyntaxError ? ` (${error.message})` : '';
    return refuse({ code: 'body-not-json', message: `The body is not valid JSON${where}.` });
  }
};

const readKey = (event: ApiEvent): Result<string> => {
  const key = header(event, 'idempotency-key')?.trim();
  return key && key.length <= 200
    ? ok(key)
    : refuse({
        code: 'header-missing',
        message:
          'Send an Idempotency-Key of 1 to 200 characters, new for each command and the same when you repeat it.',
        field: 'Idempotency-Key',
      });
};

const readVersion = (event: ApiEvent): Result<number> => {
  const text = header(event, 'if-match');
  const version = /^(?:W\/)?"?(\d{1,9})(?:-[0-9a-f]+)?"?$/.exec(text?.trim() ?? '')?.[1];
  return version === undefined
    ? refuse({
        code: 'version-missing',
        message: 'Send If-Match with the version you saw, such as If-Match: "7", so that nobody overwrites anybody.',
        field: 'If-Match',
      })
    : ok(Number(version));
};

/** The parts of a request that its route asks for, parsed. */
export interface ParsedRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
  readonly key: string;
  readonly version: number | undefined;
}

/** Characters of one part of a path, at most: no id is as long, and the table's keys hold no more than about 1,000. */
const longestPart = 300;

const readPath = (parameters: ApiEvent['pathParameters']): Result<Record<string, string>> => {
  const parts = Object.entries(parameters ?? {}).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return parts.every(([, value]) => value.length <= longestPart)
    ? ok(Object.fromEntries(parts))
    : refuse({ code: 'not-found', message: 'There is nothing at this address.' });
};

/** Reads what the route asks for, or says everything that is wrong with the first part that does not fit. */
export const parseRequest = (route: Route, event: ApiEvent): Result<ParsedRequest> => {
  const path = readPath(event.pathParameters);
  if (!path.ok) return path;
  const body = route.body ? readBody(event) : ok(undefined);
  if (!body.ok) return body;
  const content = route.body ? parsed('body-invalid', route.body, body.value) : body;
  if (!content.ok) return content;
  const query = route.query ? parsed('query-invalid', route.query, event.queryStringParameters ?? {}) : ok(undefined);
  if (!query.ok) return query;
  const key = route.keyed ? readKey(event) : ok('');
  if (!key.ok) return key;
  const version = route.versioned ? readVersion(event) : ok(undefined);
  if (!version.ok) return version;
  return ok({
    path: path.value,
    query: query.value,
    body: content.value,
    key: key.value,
    version: version.value,
  });
};
