import { describe, expect, it } from 'vitest';
import { createTrial, invokeTask, machineOf } from './trial.fixture.ts';

class Busy extends Error {
  override readonly name = 'Busy';
}
/** Fails the given number of times, then answers how often it was called. */
const failing = (times: number, error: () => Error = () => new Busy('try again')) => {
  let called = 0;
  return () => {
    called += 1;
    if (called <= times) throw error();
    return called;
  };
};
const done = { Type: 'Succeed' };
const caught = { Type: 'Pass', Output: { caught: '{% $states.input %}' }, End: true };

describe('Retry', () => {
  const machine = machineOf({
    Look: invokeTask('look', {
      Arguments: { FunctionName: `\${look}`, Payload: '{% $states.context.State.RetryCount %}' },
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 2 }],
      Next: 'Done',
    }),
    Done: done,
  });

  it('runs the state again after each delay, by timers', async () => {
    const trial = createTrial(machine, { look: failing(2) });
    expect(await trial.run()).toMatchObject({ status: 'RUNNING', currentState: 'Look' });
    expect(trial.engine().nextTimerAt()).toBe('2026-03-09T08:00:02.000Z');
    await trial.advance(10);
    expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: 3 });
    expect(trial.calls.map(({ at, payload }) => [at.slice(17, 19), payload])).toEqual([
      ['00', 0],
      ['02', 1],
      ['08', 2],
    ]);
    expect(trial.engine().nextTimerAt()).toBeUndefined();
  });

  it('counts each retry as a transition', async () => {
    const trial = createTrial(machine, { look: failing(2) });
    await trial.run();
    expect(trial.execution().transitions).toBe(1);
    await trial.advance(10);
    expect(trial.execution().transitions).toBe(4);
  });

  it('gives up after the last attempt, and leaves other errors alone', async () => {
    const trial = createTrial(machine, { look: failing(3) });
    await trial.run();
    await trial.advance(60);
    expect(trial.execution()).toMatchObject({ status: 'FAILED', error: 'Busy' });
    const other = createTrial(machine, { look: failing(1, () => new TypeError('no')) });
    expect(await other.run()).toMatchObject({ status: 'FAILED', error: 'TypeError' });
  });

  it('starts afresh when the state is entered again', async () => {
    const trial = createTrial(
      machineOf({
        Look: invokeTask('look', {
          Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }],
          Output: '{% $states.result.Payload %}',
          Next: 'Again',
        }),
        Again: {
          Type: 'Choice',
          Choices: [{ Condition: '{% $states.input < 4 %}', Next: 'Look' }],
          Default: 'Done',
        },
        Done: done,
      }),
      {
        look: (() => {
          let n = 0;
          return () => {
            n += 1;
            if (n % 2 === 1) throw new Busy('odd');
            return n;
          };
        })(),
      },
    );
    await trial.run();
    await trial.advance(10);
    expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: 4 });
  });
});

describe('Catch', () => {
  it('goes on with the error, once the retries are used up', async () => {
    const trial = createTrial(
      machineOf({
        Look: invokeTask('look', {
          Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
          Assign: { looked: true },
          Next: 'Done',
        }),
        Caught: { ...caught, Output: { caught: '{% $states.input.Error %}', looked: '{% $exists($looked) %}' } },
        Done: done,
      }),
      { look: failing(9) },
    );
    expect((await trial.run()).status).toBe('RUNNING');
    await trial.advance(1);
    expect(trial.execution()).toMatchObject({
      status: 'SUCCEEDED',
      output: { caught: 'Busy', looked: false },
      transitions: 3,
    });
  });

  it('has its own Output and Assign, which see the error, the input and the variables', async () => {
    const trial = createTrial(
      machineOf({
        Set: { Type: 'Pass', Assign: { attempt: 2 }, Next: 'Look' },
        Look: invokeTask('look', {
          Catch: [
            {
              ErrorEquals: ['Busy'],
              Output: { id: '{% $states.input.id %}', what: '{% $parse($states.errorOutput.Cause).errorMessage %}' },
              Assign: { failedIn: '{% $attempt %}' },
              Next: 'Caught',
            },
          ],
          End: true,
        }),
        Caught: { Type: 'Pass', Output: '{% [$states.input, $failedIn] %}', End: true },
      }),
      { look: failing(1) },
    );
    expect((await trial.run({ id: 'nc-1' })).output).toEqual([{ id: 'nc-1', what: 'try again' }, 2]);
  });

  const brokenIn = (field: Record<string, unknown>) =>
    machineOf({
      Look: invokeTask('look', {
        ...field,
        Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }],
        End: true,
      }),
      Caught: caught,
    });
  it.each([
    [
      'Arguments',
      { Arguments: { FunctionName: `\${look}`, Payload: '{% $nothing %}' } },
      "'Arguments/Payload' returned nothing",
    ],
    ['Output', { Output: '{% $nothing %}' }, "'Output' returned nothing"],
    ['Assign', { Assign: { a: '{% $nothing %}' } }, "'Assign/a' returned nothing"],
    ['TimeoutSeconds', { TimeoutSeconds: '{% "soon" %}' }, 'Expected whole seconds from 1 to 99999999, but was "soon"'],
    ['HeartbeatSeconds', { HeartbeatSeconds: '{% -1 %}' }, 'Expected whole seconds from 1 to 99999999, but was -1'],
  ])('finds a failed expression in %s', async (_, field, cause) => {
    const trial = createTrial(brokenIn(field), { look: () => 1 });
    expect((await trial.run()).output).toEqual({
      caught: { Error: 'States.QueryEvaluationError', Cause: expect.stringContaining(cause) },
    });
  });

  it('catches nothing when its own expressions fail', async () => {
    const trial = createTrial(
      machineOf({
        Look: invokeTask('look', {
          Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $nothing %}', Next: 'Caught' }],
          End: true,
        }),
        Caught: caught,
      }),
      { look: failing(1) },
    );
    expect(await trial.run()).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });
});
