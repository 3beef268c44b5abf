import { readFileSync } from 'node:fs';
import jsonata from 'jsonata';
import * as z from 'zod';
import type { MachineName } from '#ports/workflows.ts';

export const Fields = z.record(z.string(), z.unknown());

/** The parts of the states language that the tests look at. */
const State = z.looseObject({
  Type: z.string(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Resource: z.string().optional(),
  Arguments: z
    .looseObject({
      FunctionName: z.string().optional(),
      Payload: Fields.default({}),
      Name: z.string().optional(),
      Input: Fields.default({}),
    })
    .prefault({}),
  Output: z.union([z.string(), Fields]).optional(),
  TimeoutSeconds: z.union([z.number(), z.string()]).optional(),
  Choices: z.array(z.object({ Condition: z.string(), Next: z.string() })).default([]),
  Retry: z.array(z.looseObject({ ErrorEquals: z.array(z.string()) })).default([]),
  Catch: z
    .array(
      z.looseObject({
        ErrorEquals: z.array(z.string()),
        Next: z.string(),
        Output: z.union([z.string(), Fields]).optional(),
      }),
    )
    .default([]),
  get ItemProcessor() {
    return Machine.optional();
  },
});
export type State = z.infer<typeof State>;

const Machine = z.looseObject({
  QueryLanguage: z.string().optional(),
  StartAt: z.string(),
  get States() {
    return z.record(z.string(), State);
  },
});
export type Machine = z.infer<typeof Machine>;

export const textOf = (name: MachineName): string =>
  readFileSync(new URL(`../../workflows/${name}/${name}.asl.json`, import.meta.url), 'utf8');

export const machineOf = (name: MachineName): Machine => Machine.parse(JSON.parse(textOf(name)));

/** All states by name, those inside a Map too. */
export const statesOf = (machine: Machine): readonly (readonly [string, State])[] =>
  Object.entries(machine.States).flatMap(([name, state]) => [
    [name, state] as const,
    ...(state.ItemProcessor ? statesOf(state.ItemProcessor) : []),
  ]);

const source = (expression: string): string => expression.replace(/^\{%|%\}$/g, '');

/** How the generated definition names a function or a machine whose ARN it does not know. */
export const placeholder = (name: string): string => `\${${name}}`;

/** One field of a state's output. */
export const outputOf = (output: State['Output'], field: string): string => String(Fields.parse(output)[field]);

/** What an expression yields for an input of a state. */
export const evaluate = (expression: string, states: Readonly<Record<string, unknown>>): Promise<unknown> =>
  jsonata(source(expression)).evaluate(undefined, { states });

/**
 * The names of the states that an execution enters, one for each transition that is paid for, when its tasks answer in
 * turn with these outputs.
 */
export const entered = async (
  machine: Machine,
  input: unknown,
  answers: readonly unknown[],
): Promise<readonly string[]> => {
  const names: string[] = [];
  const left = [...answers];
  let data = input;
  let name: string | undefined = machine.StartAt;
  while (name !== undefined) {
    const state: State | undefined = machine.States[name];
    if (!state) throw new RangeError(`there is no state ${name}`);
    names.push(name);
    if (state.Type === 'Choice') {
      const holds: unknown[] = await Promise.all(
        state.Choices.map(({ Condition }) => evaluate(Condition, { input: data })),
      );
      name = state.Choices[holds.indexOf(true)]?.Next ?? state.Default;
    } else {
      if (state.Type === 'Task' || state.Type === 'Map') {
        if (left.length === 0) throw new RangeError(`no answer is left for ${name}`);
        data = left.shift();
      }
      name = state.Next;
    }
  }
  if (left.length > 0) throw new RangeError(`${left.length} answers were not asked for`);
  return names;
};
