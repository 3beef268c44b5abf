import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ApiEvent } from './api-request.ts';

/** Hex digits of a body's SHA-256 in its tag: two different answers at one address do not share them by chance. */
const digits = 16;

const headerOf = (event: ApiEvent, name: string): string | undefined =>
  Object.entries(event.headers).find(([key]) => key.toLowerCase() === name)?.[1];

/**
 * The tag of an answer: `"7-0a1b…"` for version 7, `"0a1b…"` for what has none. The version alone would not do: what
 * somebody may do with the same version differs between people and days. `If-Match` takes either form.
 */
const tagOf = (body: string, version: number | undefined): string => {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, digits);
  return version === undefined ? `"${hash}"` : `"${version}-${hash}"`;
};

/** A front may weaken a tag where it compresses the answer: that it is the same is all that is asked here. */
const isNamed = (tag: string, header: string | undefined): boolean =>
  header?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag) ?? false;

/** Tags what was read; whoever already has this very answer (`If-None-Match`) gets 304 and no body (RFC 9110, 13.1.2). */
export const taggedRead = (
  event: ApiEvent,
  answer: APIGatewayProxyStructuredResultV2,
  version: number | undefined,
): APIGatewayProxyStructuredResultV2 => {
  const etag = tagOf(answer.body ?? '', version);
  const headers = { ...answer.headers, etag };
  return isNamed(etag, headerOf(event, 'if-none-match'))
    ? { statusCode: 304, headers: { 'cache-control': 'no-store', etag } }
    : { ...answer, headers };
};
