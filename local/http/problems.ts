import type { FastifyReply } from 'fastify';
import { problemOf } from '#contracts/problem.ts';
import type { Refusal } from '#domain/result.ts';

/** Answers with problem+json (RFC 9457). */
export const answerProblem = (reply: FastifyReply, ...refusals: readonly Refusal[]): FastifyReply => {
  const problem = problemOf(refusals);
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
};
