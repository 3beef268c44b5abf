import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { returnedAs, returnWays } from '../played-return.ts';
import type { LocalSystem } from '../system.ts';
import { answerProblem } from './problems.ts';

const Query = z.strictObject({ way: z.enum(returnWays).default('permanent') });

/** Has a message of the mailbox come back, in the words of SES: to see what becomes of it. */
export const serveReturned = (server: FastifyInstance, { mailbox, bus, clock, settled }: LocalSystem): void => {
  server.post<{ Params: { id: string } }>('/local/mailbox/:id/bounce', async ({ params, query }, reply) => {
    const message = mailbox.get(params.id);
    if (!message) return answerProblem(reply, { code: 'not-found', message: 'There is no such message.' });
    const wish = Query.safeParse(query);
    if (!wish.success)
      return answerProblem(reply, {
        code: 'query-invalid',
        message: `Say how it comes back: way is one of ${returnWays.join(', ')}.`,
        field: 'way',
      });
    await bus.publish([await returnedAs(message, wish.data.way, clock.now())]);
    await settled();
    return reply.code(202).send({ address: message.to, way: wish.data.way });
  });
};
