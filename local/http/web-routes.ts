import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { apiPath } from '#contracts/front.ts';
import { hashedCaching, hashedFolder, otherCaching, ownOriginOnly, webHeaders } from '#contracts/web-headers.ts';
import { settingsPath, type WebSettings } from '#contracts/web-settings.ts';
import { pagePaths, returnPath } from '../../web/page-paths.ts';
import { sample } from '../sample/people.ts';
import type { LocalSystem } from '../system.ts';
import { issuerAt } from './oidc.ts';

const dist = fileURLToPath(new URL('../../web/dist/', import.meta.url));
const hashedFiles = join(dist, hashedFolder);

const headers = webHeaders(ownOriginOnly);
const guarded = (reply: FastifyReply): FastifyReply => reply.headers(headers);

/** A page of the application that somebody opens, as against an answer that a program asks for. */
const isPage = (accept: string | undefined): boolean => accept?.includes('text/html') ?? false;

/**
 * Serves the browser application as CloudFront does on AWS: its files, and for every address that is a page the one
 * document.
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
  for (const url of [...Object.values(pagePaths), returnPath])
    server.get(url, (request, reply) =>
      isPage(request.headers.accept)
        ? guarded(reply).header('cache-control', otherCaching).sendFile('index.html')
        : reply.callNotFound(),
    );
};
