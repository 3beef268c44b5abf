import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { attachmentNamed } from '#adapters/files/attachment.ts';
import type { LocalSystem } from '../system.ts';
import { answerProblem } from './problems.ts';

const Signed = z.object({ policy: z.string().optional(), signature: z.string().optional() });
const DownloadAddress = Signed.extend({ from: z.enum(['vault', 'packs']) });

/** A body as far as it came: an upload that broke off is refused as too small, and is no fault of ours. */
const asFarAsItCame = async function* (body: Readable, { raw }: FastifyRequest): AsyncGenerator<Uint8Array> {
  try {
    yield* body.iterator({ destroyOnReturn: false });
  } catch (error) {
    if (raw.complete) throw error;
  }
};

const uploadRoute = (system: LocalSystem) => async (request: FastifyRequest, reply: FastifyReply) => {
  if (!request.isMultipart())
    return answerProblem(reply, { code: 'type-unsupported', message: 'Post the form as multipart/form-data.' });
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value);
    } else {
      const stored = await system.intake.accept({ fields, file: asFarAsItCame(part.file, request) });
      // What the intake did not read must be read here, or the browser never sees the answer.
      part.file.resume();
      if (!stored.ok) return answerProblem(reply, ...stored.refusals);
      const { success_action_redirect: returnTo } = fields;
      return returnTo === undefined ? reply.status(204).send() : reply.redirect(returnTo, 303);
    }
  }
  return answerProblem(reply, { code: 'body-invalid', message: 'The form has no file.', field: 'file' });
};

const partRoute = (system: LocalSystem) => async (request: FastifyRequest, reply: FastifyReply) => {
  const query = Signed.safeParse(request.query).data ?? {};
  const content = asFarAsItCame(request.raw, request);
  const stored = await system.intake.acceptPart({ query, headers: request.headers, content });
  request.raw.resume();
  return stored.ok ? reply.status(204).send() : answerProblem(reply, ...stored.refusals);
};

const downloadRoute = (system: LocalSystem) => async (request: FastifyRequest, reply: FastifyReply) => {
  const address = DownloadAddress.safeParse(request.query);
  if (!address.success)
    return answerProblem(reply, { code: 'not-found', message: 'There is nothing at this address.' });
  const store = address.data.from === 'vault' ? system.vault : system.packFiles;
  const opened = await store.open(address.data);
  if (!opened.ok) return answerProblem(reply, ...opened.refusals);
  const { content, fileName, type, size } = opened.value;
  return (
    reply
      .type(type)
      .header('content-length', size)
      .header('content-disposition', attachmentNamed(fileName))
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      // Should a browser show it after all: it is nobody's page, and runs nothing.
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(Readable.from(content, { objectMode: false }))
  );
};

/** What stands in for S3's own addresses: where files are uploaded to and fetched from. */
export const serveFiles = (server: FastifyInstance, system: LocalSystem): void => {
  server.post('/local/upload', uploadRoute(system));
  server.get('/local/download', downloadRoute(system));
  server.register(async (raw) => {
    // A part goes to the disk as it comes: nothing gathers it in memory, and no limit but its grant's holds.
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', (_request, _body, done) => done(null));
    raw.put('/local/upload/parts', partRoute(system));
  });
};
