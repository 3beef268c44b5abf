import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { frontHeader, viewerHeader } from '#contracts/front.ts';

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

const isSame = (one: string, other: string): boolean => timingSafeEqual(hashOf(one), hashOf(other));

/**
 * The request as its sender's: where our own front handed it on, `sourceIp` is the address that the front saw. Everybody
 * else's word is worth nothing: theirs stays the address that API Gateway saw. The secret goes no further.
 */
export const seenByFront = <E extends APIGatewayProxyEventV2>(event: E, secret: string): E => {
  const { [frontHeader]: shown, [viewerHeader]: viewer = '', ...headers } = event.headers;
  const isOurs = shown !== undefined && isSame(shown, secret) && isIP(viewer) !== 0;
  const { requestContext } = event;
  const http = { ...requestContext.http, ...(isOurs && { sourceIp: viewer }) };
  return { ...event, headers, requestContext: { ...requestContext, http } };
};

/** A handler that records where requests came from, behind a front that knows the secret. */
export const behindFront =
  <E extends APIGatewayProxyEventV2, A>(secret: string, handler: (event: E, context: Context) => Promise<A>) =>
  (event: E, context: Context): Promise<A> =>
    handler(seenByFront(event, secret), context);
