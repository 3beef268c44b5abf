import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { lambdaContext } from '#local/lambda-context.ts';
import { behindFront, seenByFront } from './front.ts';

const secret = 'a-secret-that-only-the-front-knows';
const gateway = '203.0.113.7';

const eventWith = (headers: Readonly<Record<string, string>>): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: 'GET /links/{link}',
  rawPath: '/links/s',
  rawQueryString: '',
  headers: { accept: 'text/html', ...headers },
  requestContext: {
    accountId: '111111111111',
    apiId: 'a',
    domainName: 'a.execute-api.eu-central-1.amazonaws.com',
    domainPrefix: 'a',
    http: { method: 'GET', path: '/links/s', protocol: 'HTTP/1.1', sourceIp: gateway, userAgent: '' },
    requestId: 'r',
    routeKey: 'GET /links/{link}',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
  isBase64Encoded: false,
});
const addressOf = (headers: Readonly<Record<string, string>>): string =>
  seenByFront(eventWith(headers), secret).requestContext.http.sourceIp;

describe('the address that a request came from', () => {
  test.each(['198.51.100.4', '2001:db8::17'])('is the one our front saw: %s', (viewer) => {
    expect(addressOf({ 'x-redress-front': secret, 'x-redress-viewer': viewer })).toBe(viewer);
  });

  test.each([
    ['who went past the front', {}],
    ['who says it without the secret', { 'x-redress-viewer': '198.51.100.4' }],
    ['who guesses the secret', { 'x-redress-front': `${secret}.`, 'x-redress-viewer': '198.51.100.4' }],
    ['who shows an empty one', { 'x-redress-front': '', 'x-redress-viewer': '198.51.100.4' }],
    ['a front that saw none', { 'x-redress-front': secret }],
    [
      'a front that says what is no address',
      { 'x-redress-front': secret, 'x-redress-viewer': '198.51.100.4, 10.0.0.1' },
    ],
  ])('is the one API Gateway saw of %s', (_, headers) => {
    expect(addressOf(headers)).toBe(gateway);
  });
});

test('the secret goes no further than here; everything else does', async () => {
  const handler = behindFront(secret, (event: APIGatewayProxyEventV2) => Promise.resolve(event));
  const event = eventWith({ 'x-redress-front': secret, 'x-redress-viewer': '198.51.100.4' });
  const handed = await handler(event, lambdaContext('link-pages'));
  expect(JSON.stringify(handed)).not.toContain(secret);
  expect(handed).toEqual({
    ...event,
    headers: { accept: 'text/html' },
    requestContext: { ...event.requestContext, http: { ...event.requestContext.http, sourceIp: '198.51.100.4' } },
  });
});
