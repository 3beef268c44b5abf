import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { frontHeader, viewerHeader } from '#contracts/front.ts';
import { apiParts, linkRoutes } from '#contracts/link-routes.ts';
import { routes } from '#contracts/routes.ts';
import { seenByFront } from '#functions/_runtime/front.ts';
import { toApi, toDocument } from '#infra/constructs/edge.ts';
import { pagePaths, returnPath } from '../../web/page-paths.ts';

interface EdgeRequest {
  uri: string;
  headers: Record<string, { value: string }>;
}

/** Runs a function as CloudFront does: the text that is deployed, which defines `handler`. */
const run = (code: string, uri: string, headers: EdgeRequest['headers'] = {}): EdgeRequest => {
  const handler: unknown = new Function(`${code}\nreturn handler;`)();
  if (typeof handler !== 'function') throw new RangeError('the code defines no handler');
  return handler({ viewer: { ip: '198.51.100.4' }, request: { uri, headers } });
};

const id = '0198a7f2-7b1e-7c3a-9f00-000000000001';
const filled = (path: string): string => path.replaceAll(/:\w+|\{\w+\}/g, id);

describe('the document is what is served', () => {
  test.each([...Object.values(pagePaths), returnPath].map(filled))('for the page %s', (path) => {
    expect(run(toDocument, path).uri).toBe('/index.html');
  });

  test.each(['/nowhere', '/findings/', '/a.b/c'])(
    'for %s, where the application says that there is no such page',
    (path) => {
      expect(run(toDocument, path).uri).toBe('/index.html');
    },
  );

  test.each(['/index.html', '/settings.json', '/icon.svg', '/assets/application-0a1b2c3d.js', '/assets/missing.js'])(
    'and never in the place of the file %s',
    (path) => {
      expect(run(toDocument, path).uri).toBe(path);
    },
  );
});

describe('the API', () => {
  test.each(routes.map(({ path }) => filled(path)))('has its own path again: %s', (path) => {
    expect(run(toApi, `/api${path}`).uri).toBe(path);
  });

  test('loses no more than the first part', () => {
    expect(run(toApi, '/api/api/audits').uri).toBe('/api/audits');
    expect(run(toApi, '/api/').uri).toBe('/');
  });

  test.each([...linkRoutes.map(({ path }) => filled(path)), '/link-assets/style.css'])('has %s as it is', (path) => {
    expect(run(toApi, path).uri).toBe(path);
  });

  test('is told where a request comes from, whatever the request says itself', () => {
    const { headers } = run(toApi, '/api/me', { [viewerHeader]: { value: '10.0.0.1' }, accept: { value: '*/*' } });
    expect(headers).toEqual({ [viewerHeader]: { value: '198.51.100.4' }, accept: { value: '*/*' } });
  });
});

test('what the edge writes is what the functions believe, with the secret that the distribution adds', () => {
  const { headers } = run(toApi, '/links/s');
  const sent = Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value]));
  const event = { headers: { ...sent, [frontHeader]: 's' }, requestContext: { http: { sourceIp: '203.0.113.7' } } };
  const seen = seenByFront(event as unknown as APIGatewayProxyEventV2, 's');
  expect(seen.requestContext.http.sourceIp).toBe('198.51.100.4');
});

test('no address of the API or of a link is a page of the application', () => {
  expect(apiParts).toEqual(['api', 'links', 'link-assets']);
  for (const path of Object.values(pagePaths)) expect(apiParts).not.toContain(path.split('/')[1]);
});
