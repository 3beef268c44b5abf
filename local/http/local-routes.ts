import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { LocalSystem } from '../system.ts';
import { answerProblem } from './problems.ts';
import type { SignIn } from './sign-in.ts';

const SignInBody = z.strictObject({ email: z.string().min(1).max(254) });
const ClockBody = z.strictObject({ advance: z.string().min(2).max(40) });

const bodyOf = <S extends z.ZodType>(schema: S, request: FastifyRequest, example: string): Result<z.infer<S>> => {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '');
  } catch {
    return refuse({ code: 'body-not-json', message: `Send JSON: ${example}` });
  }
  const body = schema.safeParse(value);
  return body.success ? ok(body.data) : refuse({ code: 'body-invalid', message: `Send JSON like this: ${example}` });
};

const signInRoute = (system: LocalSystem, signIn: SignIn) => async (request: FastifyRequest, reply: FastifyReply) => {
  const body = bodyOf(SignInBody, request, '{"email": "ines.moreau@example.org"}');
  if (!body.ok) return answerProblem(reply, ...body.refusals);
  const person = await system.store.people.get(body.value.email.toLowerCase());
  if (!person)
    return answerProblem(reply, {
      code: 'not-permitted',
      message: `${body.value.email} is not in the people directory. The sign-in page lists who is.`,
      field: 'email',
    });
  return reply.send({ token: await signIn.token(person.email, person.name), person });
};

const clockRoute = (system: LocalSystem) => async (request: FastifyRequest, reply: FastifyReply) => {
  if (!system.advance)
    return answerProblem(reply, {
      code: 'wrong-state',
      message: 'This system runs by the machine’s clock. Start it with --clock to move time on.',
    });
  const body = bodyOf(ClockBody, request, '{"advance": "P7D"}');
  if (!body.ok) return answerProblem(reply, ...body.refusals);
  try {
    await system.advance(body.value.advance);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return answerProblem(reply, {
      code: 'body-invalid',
      message: 'Give an ISO 8601 duration that leads forward, such as P7D or PT90M.',
      field: 'advance',
    });
  }
  return reply.send({ now: system.clock.now() });
};

/** What only the local system has: sign-in, mailbox, clock, and a look at the machines. */
export const serveLocal = (server: FastifyInstance, system: LocalSystem, signIn: SignIn): void => {
  server.post('/local/sign-in', signInRoute(system, signIn));
  server.post('/local/clock', clockRoute(system));
  server.get('/local/clock', () => ({ now: system.clock.now(), virtual: system.advance !== undefined }));
  server.get('/local/mail', () => ({ mail: system.mailbox.list() }));
  server.get<{ Params: { id: string } }>('/local/mail/:id', (request, reply) => {
    const message = system.mailbox.get(request.params.id);
    return message
      ? reply.type('message/rfc822').send(Buffer.from(message.mime))
      : answerProblem(reply, { code: 'not-found', message: 'There is no such message.' });
  });
  server.get('/local/dead-letters', () => ({ deadLetters: system.bus.deadLetters() }));
  server.post('/local/dead-letters/replay', async () => {
    const replayed = system.bus.replay();
    await system.settled();
    return { replayed };
  });
  server.get('/local/executions', () => ({
    executions: system.engine.executions().map(({ input: _input, output: _output, ...execution }) => execution),
  }));
};
