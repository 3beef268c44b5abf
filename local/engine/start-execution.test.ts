import { describe, expect, it } from 'vitest';
import { createTrial, machineOf, START } from './trial.fixture.ts';

const waiting = machineOf({ Pause: { Type: 'Wait', Seconds: 60, End: true } });

describe('a Task that starts an execution', () => {
  const startTask = (more: Record<string, unknown> = {}, resource = 'states:startExecution') => ({
    Type: 'Task',
    Resource: `arn:\${AWS::Partition}:states:::${resource}`,
    Arguments: {
      StateMachineArn: `\${audit-intake}`,
      Name: '{% $states.input.name %}',
      Input: '{% $states.input.for %}',
    },
    Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}', Next: 'Done' }],
    Next: 'Done',
    ...more,
  });
  const trialOf = (task: Record<string, unknown>) =>
    createTrial(machineOf({ Start: task, Done: { Type: 'Succeed' } }), {}, { 'audit-intake': waiting });

  it('starts it and goes on', async () => {
    const trial = trialOf(startTask());
    expect((await trial.run({ name: 'child', for: { id: 1 } })).output).toEqual({
      ExecutionArn: 'arn:aws:states:local:000000000000:execution:audit-intake:child',
      StartDate: START,
    });
    expect(trial.execution('child')).toMatchObject({
      machine: 'audit-intake',
      status: 'RUNNING',
      input: { id: 1 },
      currentState: 'Pause',
    });
    await trial.advance(60);
    expect(trial.execution('child').status).toBe('SUCCEEDED');
  });

  it('continues as new, by its own machine and with its input as a text', async () => {
    const again = startTask({
      Arguments: {
        StateMachineArn: '{% $states.context.StateMachine.Id %}',
        Name: '{% $states.context.Execution.Name & "x" %}',
        Input: '{% $string({"epoch": $states.input.epoch + 1}) %}',
      },
      Next: 'Done',
    });
    const which = {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.epoch < 3 %}', Next: 'Start' }],
      Default: 'Done',
    };
    const trial = createTrial(machineOf({ Which: which, Start: again, Done: { Type: 'Succeed' } }));
    await trial.run({ epoch: 1 });
    expect(
      trial
        .engine()
        .executions()
        .map(({ name, input, status }) => [name, input, status]),
    ).toEqual([
      ['run', { epoch: 1 }, 'SUCCEEDED'],
      ['runx', { epoch: 2 }, 'SUCCEEDED'],
      ['runxx', { epoch: 3 }, 'SUCCEEDED'],
    ]);
  });

  it('is answered the same while one of that name and input runs, and refused otherwise', async () => {
    const trial = trialOf(startTask());
    const first = await trial.run({ name: 'child', for: { id: 1 } }, 'a');
    trial.sleep(10);
    expect((await trial.run({ name: 'child', for: { id: 1 } }, 'b')).output).toEqual(first.output);
    expect((await trial.run({ name: 'child', for: { id: 2 } }, 'c')).output).toBe(
      'StepFunctions.ExecutionAlreadyExistsException',
    );
    await trial.advance(60);
    expect((await trial.run({ name: 'child', for: { id: 1 } }, 'd')).output).toBe(
      'StepFunctions.ExecutionAlreadyExistsException',
    );
  });

  it('names its errors as its service does', async () => {
    const sdk = trialOf(startTask({}, 'aws-sdk:sfn:startExecution'));
    await sdk.run({ name: 'child', for: 1 }, 'a');
    expect((await sdk.run({ name: 'child', for: 2 }, 'b')).output).toBe('Sfn.ExecutionAlreadyExistsException');
    expect((await sdk.run({ name: 'a b', for: 2 }, 'c')).output).toBe('Sfn.InvalidNameException');
    expect((await sdk.run({ name: 'child', for: '{' }, 'd')).output).toBe('Sfn.InvalidExecutionInputException');
    const other = trialOf(startTask({ Arguments: { StateMachineArn: `\${other}`, Input: {} } }));
    expect((await other.run()).output).toBe('StepFunctions.StateMachineDoesNotExistException');
  });

  it('gives one without a name a name of its own', async () => {
    const trial = trialOf(startTask({ Arguments: { StateMachineArn: `\${audit-intake}` } }));
    for (const name of ['a', 'b']) await trial.run({}, name);
    const children = trial
      .engine()
      .executions()
      .filter(({ machine }) => machine === 'audit-intake');
    expect(new Set(children.map(({ name }) => name)).size).toBe(2);
    expect(children[0]?.input).toEqual({});
  });
});
