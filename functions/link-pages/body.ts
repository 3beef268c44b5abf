import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import { maxBodyBytes } from '#contracts/http.ts';
import { ok, type Result, refuse } from '#domain/result.ts';

/** A request's body as it came: the fields of a form, or JSON. */
export type SentBody =
  | { readonly kind: 'form'; readonly fields: Readonly<Record<string, readonly string[]>> }
  | { readonly kind: 'json'; readonly value: unknown };

const typeOf = (event: APIGatewayProxyEventV2): string => {
  const header = Object.entries(event.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return header?.split(';')[0]?.trim().toLowerCase() ?? '';
};

/** Whether the page's script asks, which is answered in JSON, and no form of the page. */
export const isScripted = (event: APIGatewayProxyEventV2): boolean => typeOf(event) === 'application/json';

const textOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

const fieldsIn = (text: string): Record<string, string[]> => {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) fields.set(name, [...(fields.get(name) ?? []), value]);
  return Object.fromEntries(fields);
};

const jsonIn = (text: string): Result<unknown> => {
  let isBroken = false;
  try {
    const value: unknown = JSON.parse(text, (key, each: unknown) => {
      // Half of a pair of surrogates has no UTF-8: it could be neither stored nor hashed as it came.
      if (!key.isWellFormed() || (typeof each === 'string' && !each.isWellFormed())) isBroken = true;
      return each;
    });
    return isBroken ? refuse({ code: 'body-invalid', message: 'A text holds half a character.' }) : ok(value);
  } catch {
    return refuse({ code: 'body-not-json', message: 'The body is not valid JSON.' });
  }
};

export const readBody = (event: APIGatewayProxyEventV2): Result<SentBody> => {
  const text = textOf(event);
  if (Buffer.byteLength(text) > maxBodyBytes)
    return refuse({ code: 'body-too-large', message: `At most ${maxBodyBytes / 1024} KB can be sent here.` });
  const type = typeOf(event);
  if (type === 'application/json') {
    const value = jsonIn(text);
    return value.ok ? ok({ kind: 'json', value: value.value }) : value;
  }
  return type === 'application/x-www-form-urlencoded' || text === ''
    ? ok({ kind: 'form', fields: fieldsIn(text) })
    : refuse({ code: 'type-unsupported', message: 'Send the form of the page as it is, or JSON.' });
};

/** A field given once is its text, one given several times the list of its texts. */
const contentOf = (body: SentBody): unknown =>
  body.kind === 'json'
    ? body.value
    : Object.fromEntries(
        Object.entries(body.fields).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
      );

const fieldOf = (path: readonly PropertyKey[]): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`)).join('');

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The body by its schema, or everything that is wrong with it. */
export const parseBody = <S extends z.ZodType>(schema: S, body: SentBody): Result<z.infer<S>> => {
  const parsed = schema.safeParse(contentOf(body));
  return parsed.success
    ? ok(parsed.data)
    : refuse(
        ...parsed.error.issues.map(({ message, path }) => ({
          code: 'body-invalid',
          message: sentence(message),
          ...(path.length > 0 && { field: fieldOf(path) }),
        })),
      );
};
