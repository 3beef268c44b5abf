import validate from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { evaluate, machineOf, outputOf, type State, statesOf, textOf } from './machine.ts';

const DAY = 86_400;

describe.each(['nonconformity', 'audit-intake'] as const)('%s', (name) => {
  const machine = machineOf(name);
  const states = statesOf(machine);
  const tasks = states.filter(([, { Type }]) => Type === 'Task');
  const waits = tasks.filter(([, { Resource }]) => Resource?.endsWith('.waitForTaskToken'));

  test('is valid Amazon States Language', () => {
    const { isValid, errorsText } = validate(JSON.parse(textOf(name)));
    expect(isValid, errorsText('\n')).toBe(true);
  });

  test('is JSONata throughout', () => {
    expect(machine.QueryLanguage).toBe('JSONata');
    expect(textOf(name)).not.toMatch(/"(Parameters|InputPath|OutputPath|ResultPath|ResultSelector|Variable)"|\.\$"/);
  });

  test('names no account, region or partition but aws', () => {
    expect(
      textOf(name)
        .match(/arn:[^"]*/g)
        ?.filter((arn) => !/^arn:aws:states:::(lambda|states):/.test(arn)),
    ).toEqual([]);
  });

  test('each state is named once', () => {
    const names = states.map(([each]) => each);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(tasks)('%s retries by name and catches the rest', (_, { Retry, Catch }) => {
    const retried = Retry.flatMap(({ ErrorEquals }) => ErrorEquals);
    expect(retried.length).toBeGreaterThan(0);
    expect(retried.filter((error) => error.startsWith('States.'))).toEqual([]);
    for (const retrier of Retry) {
      expect(retrier).toMatchObject({ BackoffRate: 2, JitterStrategy: 'FULL', MaxAttempts: 6 });
    }
    expect(Catch.at(-1)?.ErrorEquals).toEqual(['States.ALL']);
  });

  test.each(tasks)('%s that faults ends on the record and in failure', (task, { Catch }) => {
    const caughtBy = Catch.at(-1)?.Next;
    expect(caughtBy).toBe(task === 'Record fault' ? 'Faulted' : inMap(states, task) ? 'Row faulted' : 'Record fault');
    expect(machine.States['Record fault']?.Next).toBe('Faulted');
    expect(machine.States.Faulted?.Type).toBe('Fail');
  });

  test.each(waits)('%s ends while its execution may still live', async (_, { TimeoutSeconds }) => {
    const secondsLeft = (entered: string) =>
      evaluate(String(TimeoutSeconds), {
        context: { Execution: { StartTime: '2026-01-01T00:00:00.000Z' }, State: { EnteredTime: entered } },
      });
    expect(await secondsLeft('2026-01-01T00:00:00.000Z')).toBe(300 * DAY);
    expect(await secondsLeft('2026-04-11T00:00:00.500Z')).toBe(200 * DAY);
    expect(await secondsLeft('2026-12-25T00:00:00.000Z')).toBe(60);
  });

  test('a task without a cause to give is recorded all the same', async () => {
    const [, waiting] = waits[0] ?? [];
    const cause = outputOf(waiting?.Catch.at(-1)?.Output, 'cause');
    expect(await evaluate(cause, { errorOutput: { Error: 'States.Timeout' } })).toBe('');
    expect(await evaluate(cause, { errorOutput: { Error: 'E', Cause: 'x'.repeat(3000) } })).toHaveLength(2000);
  });
});

const inMap = (states: readonly (readonly [string, State])[], name: string): boolean =>
  states.some(([, { ItemProcessor }]) => ItemProcessor !== undefined && name in ItemProcessor.States);
