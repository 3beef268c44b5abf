import { parser } from '@aws-lambda-powertools/parser/middleware';
import type * as z from 'zod';
import { log, observed } from './observe.ts';

/**
 * A task of a state machine: its input is parsed once, here, and a fault is thrown as it is, so that Step Functions can
 * Retry and Catch it by name.
 */
export const createTask = <S extends z.ZodType, Answer>(
  schema: S,
  name: string,
  work: (input: z.infer<S>) => Promise<Answer>,
) =>
  observed<z.infer<S>, Answer>(async (input) => {
    const answer = await work(input);
    log('info', 'REDRESS_TASK_DONE', { task: name });
    return answer;
  }).use(parser({ schema }));
