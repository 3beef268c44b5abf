import type { FastifyInstance, FastifyReply } from 'fastify';
import PostalMime, { type Email } from 'postal-mime';
import type { Mailbox, WholeMessage } from '#adapters/local/mailbox.ts';
import { mailboxPage, messagePage } from './mailbox-page.ts';
import { answerProblem } from './problems.ts';

/** Shown in a frame of its own, a message runs nothing and asks for nothing, whatever it holds. */
const sandboxed = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
const ownStyleOnly = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'";

interface MessageAddress {
  readonly Params: { readonly id: string; readonly file?: string };
}

/** A mailbox to look at: what was sent, read from the message as it would have travelled. */
export const serveMailbox = (server: FastifyInstance, mailbox: Mailbox): void => {
  const page = (reply: FastifyReply, text: string, policy: string) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('x-content-type-options', 'nosniff')
      .send(text);
  const absent = (reply: FastifyReply) =>
    answerProblem(reply, { code: 'not-found', message: 'There is no such message.' });
  const read = async (id: string): Promise<{ message: WholeMessage; email: Email } | undefined> => {
    const message = mailbox.get(id);
    return message && { message, email: await PostalMime.parse(message.mime) };
  };

  server.get('/local/mailbox', (_request, reply) => page(reply, mailboxPage(mailbox.list()), ownStyleOnly));
  server.get<MessageAddress>('/local/mailbox/:id', async ({ params }, reply) => {
    const found = await read(params.id);
    return found ? page(reply, messagePage(found.message, found.email), ownStyleOnly) : absent(reply);
  });
  server.get<MessageAddress>('/local/mailbox/:id/html', async ({ params }, reply) => {
    const found = await read(params.id);
    return found?.email.html === undefined ? absent(reply) : page(reply, found.email.html, sandboxed);
  });
  server.get<MessageAddress>('/local/mailbox/:id/files/:file', async ({ params }, reply) => {
    const file = (await read(params.id))?.email.attachments[Number(params.file)];
    if (!file) return absent(reply);
    const { content } = file;
    return reply
      .type('text/plain; charset=utf-8')
      .header('x-content-type-options', 'nosniff')
      .send(typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)));
  });
};
