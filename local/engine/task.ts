import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Clock } from '#ports/clock.ts';
import { contextOf, type Standpoint } from './context.ts';
import { type Evaluate, type Scope, unexpected } from './expressions.ts';
import { StateFailure, withinDataLimit } from './failure.ts';
import { type TaskState, taskSeconds } from './language.ts';
import type { Move } from './move.ts';
import { argumentsOf, functionNameOf, machineNameOf, resourceOf } from './resources.ts';

interface TaskDependencies {
  readonly clock: Clock;
  readonly newToken: () => string;
  readonly evaluate: Evaluate;
}

const parsed = <T>(schema: z.ZodType<T>, values: unknown): T => {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => `${issue.path.join('/')}: ${issue.message}`);
  throw new StateFailure('States.Runtime', `The Arguments cannot be used: ${issues.join('; ')}.`);
};

/** `Input` of StartExecution is an object, or its JSON as a text, which is what the API itself takes. */
const inputOf = (input: unknown, failurePrefix: string): unknown => {
  if (typeof input !== 'string') return input ?? {};
  try {
    return JSON.parse(input);
  } catch {
    throw new StateFailure(`${failurePrefix}.InvalidExecutionInputException`, `Invalid JSON: ${input}`);
  }
};

/** The move of a thread that has entered a Task: its arguments evaluated, its token made, its time limits set. */
export const createTasks = ({ clock, newToken, evaluate }: TaskDependencies) => {
  const limitOf = async (state: TaskState, field: 'TimeoutSeconds' | 'HeartbeatSeconds', scope: Scope) => {
    if (state[field] === undefined) return undefined;
    const value = await evaluate(state[field], field, scope);
    const seconds = taskSeconds.safeParse(value);
    if (!seconds.success) throw unexpected(state[field], field, 'whole seconds from 1 to 99999999', value);
    return Date.parse(clock.now()) + seconds.data * 1000;
  };

  return async (state: TaskState, at: Standpoint): Promise<Move> => {
    const resource = resourceOf(state.Resource);
    if (resource === undefined) throw new Error(`no resource '${state.Resource}'`);
    const token = resource.kind === 'invoke' && resource.waitsForToken ? newToken() : undefined;
    const scope: Scope = { states: { input: at.input, context: contextOf(at, { token }) }, variables: at.variables };
    const values = withinDataLimit(await evaluate(state.Arguments, 'Arguments', scope), "task's arguments");
    if (resource.kind === 'start-execution') {
      const { StateMachineArn, Name, Input } = parsed(argumentsOf['start-execution'], values);
      const { failurePrefix } = resource;
      const input = inputOf(Input, failurePrefix);
      return {
        kind: 'start',
        failurePrefix,
        machine: machineNameOf(StateMachineArn),
        name: Name ?? randomUUID(),
        input,
      };
    }
    const { FunctionName, Payload } = parsed(argumentsOf.invoke, values);
    const timeoutAt = await limitOf(state, 'TimeoutSeconds', scope);
    const heartbeatAt = await limitOf(state, 'HeartbeatSeconds', scope);
    return {
      kind: 'invoke',
      invocation: {
        functionName: functionNameOf(FunctionName),
        payload: Payload ?? {},
        waitsForToken: resource.waitsForToken,
      },
      ...(token === undefined ? {} : { token }),
      ...(timeoutAt === undefined ? {} : { timeoutAt }),
      ...(heartbeatAt === undefined ? {} : { heartbeatAt }),
    };
  };
};
