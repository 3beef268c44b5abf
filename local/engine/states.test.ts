import { describe, expect, it } from 'vitest';
import { createTrial, invokeTask, machineOf, START } from './trial.fixture.ts';

describe('Pass, Succeed and Fail', () => {
  it('pass the input on, or what Output makes of it', async () => {
    const trial = createTrial(
      machineOf({
        Same: { Type: 'Pass', Next: 'Other' },
        Other: { Type: 'Pass', Output: { id: '{% $states.input.id %}', stage: 'plan' }, Next: 'Done' },
        Done: { Type: 'Succeed', Output: '{% $states.input.id & "/" & $states.input.stage %}' },
      }),
    );
    expect(await trial.run({ id: 'nc-1' })).toMatchObject({
      status: 'SUCCEEDED',
      output: 'nc-1/plan',
      input: { id: 'nc-1' },
    });
  });

  it('fail with what their expressions say', async () => {
    const trial = createTrial(
      machineOf({ Stop: { Type: 'Fail', Error: 'Withdrawn', Cause: '{% "by " & $states.input.by %}' } }),
    );
    expect(await trial.run({ by: 'lead auditor' })).toMatchObject({
      status: 'FAILED',
      error: 'Withdrawn',
      cause: 'by lead auditor',
    });
  });

  it('end the execution at End: true, with a null output too', async () => {
    const trial = createTrial(machineOf({ Only: { Type: 'Pass', Output: null, End: true } }));
    expect(await trial.run()).toMatchObject({ status: 'SUCCEEDED', output: null });
  });
});

describe('variables', () => {
  it('take effect in the next state, all at once', async () => {
    const trial = createTrial(
      machineOf({
        Set: { Type: 'Pass', Assign: { x: 3, y: 6 }, Next: 'Swap' },
        Swap: { Type: 'Pass', Assign: { x: '{% $y %}', y: '{% $x %}' }, Output: '{% [$x, $y] %}', Next: 'Done' },
        Done: { Type: 'Succeed', Output: { before: '{% $states.input %}', after: '{% [$x, $y] %}' } },
      }),
    );
    expect((await trial.run()).output).toEqual({ before: [3, 6], after: [6, 3] });
  });

  it('are told by name when they were never assigned', async () => {
    const trial = createTrial(machineOf({ Look: { Type: 'Pass', Assign: { a: '{% $attempt %}' }, End: true } }));
    expect(await trial.run()).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause:
        "An error occurred while executing the state 'Look'. The JSONata expression '$attempt' specified for the field 'Assign/a' returned nothing (undefined).",
    });
  });
});

describe('Choice', () => {
  const machine = machineOf({
    Which: {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.grade = "major" %}', Next: 'Done', Output: 'first', Assign: { by: 'rule' } },
        { Condition: '{% $states.input.grade in ["major", "minor"] %}', Next: 'Done' },
        { Condition: '{% $states.input.odd %}', Next: 'Done' },
      ],
      Default: 'Done',
      Output: 'default',
      Assign: { by: 'state' },
    },
    Done: { Type: 'Succeed', Output: { input: '{% $states.input %}', by: '{% $exists($by) ? $by : "nobody" %}' } },
  });
  it.each([
    ['major', { input: 'first', by: 'rule' }],
    ['minor', { input: { grade: 'minor', odd: false }, by: 'nobody' }],
    ['OFI', { input: 'default', by: 'state' }],
  ])('takes the first rule that holds, else the default: %s', async (grade, output) => {
    expect((await createTrial(machine).run({ grade, odd: false })).output).toEqual(output);
  });

  it('fails on a condition that is no boolean', async () => {
    const failed = await createTrial(machine).run({ grade: 'OFI', odd: 'yes' });
    expect(failed).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
    expect(failed.cause).toMatch(
      /'Choices\/2\/Condition' returned an unexpected result\. Expected a boolean, but was "yes"/,
    );
  });

  it('fails when nothing holds and there is no default', async () => {
    const trial = createTrial(
      machineOf({
        Which: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'Done' }] },
        Done: { Type: 'Succeed' },
      }),
    );
    expect(await trial.run()).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });
});

describe('Task', () => {
  it('calls the function with its payload and gives the result Lambda gives', async () => {
    const task = { ...invokeTask('look', { End: true }), Output: '{% $states.result %}' };
    const trial = createTrial(machineOf({ Look: task }), {
      look: ({ id }: { id: string }) => ({ seen: id, gone: undefined }),
    });
    expect((await trial.run({ id: 'nc-1' })).output).toEqual({
      ExecutedVersion: '$LATEST',
      Payload: { seen: 'nc-1' },
      StatusCode: 200,
    });
    expect(trial.calls).toEqual([{ name: 'look', payload: { id: 'nc-1' }, at: START }]);
  });

  it('gives null for a function that returns nothing, and an empty object to one without payload', async () => {
    const task = invokeTask('look', { Arguments: { FunctionName: `\${look}` }, End: true });
    const trial = createTrial(machineOf({ Look: task }), { look: () => undefined });
    expect((await trial.run({ id: 'nc-1' })).output).toBeNull();
    expect(trial.calls[0]?.payload).toEqual({});
  });

  it('fails as the function fails, with its name, message and trace', async () => {
    class StaleVersion extends Error {
      override readonly name = 'StaleVersion';
    }
    const trial = createTrial(machineOf({ Look: invokeTask('look', { End: true }) }), {
      look: () => {
        throw new StaleVersion('read again');
      },
    });
    const failed = await trial.run();
    expect(failed).toMatchObject({ status: 'FAILED', error: 'StaleVersion' });
    expect(JSON.parse(failed.cause ?? '')).toMatchObject({
      errorType: 'StaleVersion',
      errorMessage: 'read again',
      trace: expect.arrayContaining([expect.stringContaining('StaleVersion: read again')]),
    });
  });

  it('refuses data over 256 KiB, which no wildcard catches', async () => {
    const large = 'x'.repeat(262_144);
    const guarded = {
      Retry: [{ ErrorEquals: ['States.ALL'] }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }],
      Next: 'Done',
    };
    const machine = machineOf({ Look: invokeTask('look', guarded), Done: { Type: 'Succeed' } });
    const answers = createTrial(machine, { look: () => large });
    expect(await answers.run()).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    const look = invokeTask('look', { ...guarded, Output: 'small' });
    const selects = createTrial(machineOf({ Look: look, Done: { Type: 'Succeed' } }), { look: () => large });
    expect(await selects.run()).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    const asks = createTrial(machine, { look: () => 'small' });
    expect(await asks.run(large)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    expect(asks.calls).toEqual([]);
    const fits = createTrial(machine, { look: () => 'x'.repeat(262_000) });
    expect(await fits.run()).toMatchObject({ status: 'SUCCEEDED' });
  });
});

it('shows a state its context', async () => {
  const trial = createTrial(
    machineOf({
      Pause: { Type: 'Wait', Seconds: 60, Next: 'Look' },
      Look: { Type: 'Pass', Output: '{% $states.context %}', End: true },
    }),
  );
  await trial.run({ id: 'nc-1' }, 'nc-1-e1');
  await trial.advance(60);
  expect(trial.execution('nc-1-e1').output).toEqual({
    Execution: {
      Id: 'arn:aws:states:local:000000000000:execution:nonconformity:nc-1-e1',
      Name: 'nc-1-e1',
      Input: { id: 'nc-1' },
      StartTime: START,
      RedriveCount: 0,
    },
    StateMachine: { Id: 'arn:aws:states:local:000000000000:stateMachine:nonconformity', Name: 'nonconformity' },
    State: { Name: 'Look', EnteredTime: '2026-03-09T08:01:00.000Z', RetryCount: 0 },
  });
});
