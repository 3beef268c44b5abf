import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { systemRandom } from '#adapters/runtime/random.ts';
import { openApi } from '#contracts/openapi.ts';
import { maxPieceBytes } from '#domain/evidence/evidence.ts';
import type { LocalSystem } from '../system.ts';
import { serveApi } from './api-routes.ts';
import { serveFiles } from './file-routes.ts';
import { serveLinks } from './link-routes.ts';
import { serveLocal } from './local-routes.ts';
import { serveMailbox } from './mailbox-routes.ts';
import { serveOidc } from './oidc.ts';
import { answerProblem } from './problems.ts';
import { serveReturned } from './returned-routes.ts';
import type { SignIn } from './sign-in.ts';
import { serveWeb } from './web-routes.ts';

/** Bytes of a request that is no upload; the functions refuse far smaller ones, with their own words. */
const mostBytes = 1024 * 1024;

const codes: Readonly<Record<number, readonly [string, string]>> = {
  413: ['body-too-large', 'The body is too large. Files are uploaded as evidence, not sent here.'],
  400: ['body-invalid', 'The request could not be read.'],
};

/** The one HTTP port of the local system: the web application, the API and its reference, and what only this system has. */
export const createServer = (
  system: LocalSystem,
  signIn: SignIn,
  onFault: (what: string, fault: unknown) => void,
): FastifyInstance => {
  const server = fastify({
    bodyLimit: mostBytes,
    forceCloseConnections: true,
    // As long as Node reads an address at all: the functions say what is too long.
    routerOptions: { maxParamLength: 16_384 },
    frameworkErrors: (_error, _request, reply) =>
      answerProblem(reply, { code: 'address-invalid', message: 'This address is not encoded as addresses are.' }),
  });
  server.register(multipart, { limits: { files: 1, fileSize: maxPieceBytes + 1, fieldSize: 16_384, fields: 30 } });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.setNotFoundHandler((_request, reply) =>
    answerProblem(reply, { code: 'not-found', message: 'There is nothing at this address.' }),
  );
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const known = codes[error.statusCode ?? 500];
    if (known) return answerProblem(reply, { code: known[0], message: known[1] });
    onFault('request', error);
    return answerProblem(reply, { code: 'fault', message: 'Something went wrong on our side; try again.' });
  });
  const reference = JSON.stringify(openApi());
  server.get('/openapi.json', (_request, reply) => reply.type('application/json').send(reference));
  // Routes are added once the parsers above are in place.
  server.after(() => {
    serveWeb(server, system);
    serveLocal(server, system, signIn);
    serveOidc(server, system, signIn, systemRandom);
    serveMailbox(server, system.mailbox);
    serveReturned(server, system);
    serveFiles(server, system);
    serveLinks(server, system.invoke);
    serveApi(server, system.invoke, signIn);
  });
  return server;
};
