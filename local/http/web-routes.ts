import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { apiPath } from '#contracts/front.ts';
import { apiParts } from '#contracts/link-routes.ts';
import { hashedCaching, hashedFolder, otherCaching, ownOriginOnly, webHeaders } from '#contracts/web-headers.ts';
import { settingsPath, type WebSettings } from '#contracts/web-settings.ts';
import { sample } from '../sample/people.ts';
import type { LocalSystem } from '../system.ts';
import { issuerAt } from './oidc.ts';

const dist = fileURLToPath(new URL('../../web/dist/', import.meta.url));
const hashedFiles = join(dist, hashedFolder);

const headers = webHeaders(ownOriginOnly);
const guarded = (reply: FastifyReply): FastifyReply => reply.headers(headers);

/** Addresses of the API, of links and of this laptop: none of the application. */
const others = new Set([...apiParts, 'local']);

/** Somebody opens a page, as against a program that asks for an answer: every address that names no file is one. */
const isPage = ({ headers, url }: FastifyRequest): boolean => {
  const { pathname } = new URL(url, 'http://localhost');
  return (
    (headers.accept?.includes('text/html') ?? false) &&
    !pathname.slice(pathname.lastIndexOf('/')).includes('.') &&
    !others.has(pathname.split('/')[1] ?? '')
  );
};

/**
 * Serves the browser application as CloudFront does on AWS: its files, and for every other address the one document, which
 * says itself where there is no such page.
 */
export const serveWeb = (server: FastifyInstance, system: LocalSystem): void => {
  const settings = (): WebSettings => ({
    api: apiPath,
    issuer: issuerAt(system.store.baseUrl),
    clientId: 'redress',
    organization: system.organization,
    timeZone: system.timeZone,
    language: system.store.language,
    sample: {
      cast: {
        owner: sample.owner,
        ismsManager: sample.ismsManager,
        internalAuditor: sample.internalAuditor,
        leadAuditor: sample.leadAuditor,
      },
      mailbox: '/local/mailbox',
    },
  });
  server.get(settingsPath, (_request, reply) => reply.header('cache-control', otherCaching).send(settings()));
  server.register(serveStatic, {
    root: dist,
    index: false,
    wildcard: false,
    setHeaders: (reply, path) => {
      guarded(reply);
      reply.header('cache-control', path.startsWith(hashedFiles) ? hashedCaching : otherCaching);
    },
  });
  server.get('/*', (request, reply) =>
    isPage(request)
      ? guarded(reply).header('cache-control', otherCaching).sendFile('index.html')
      : reply.callNotFound(),
  );
};
