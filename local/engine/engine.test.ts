import { describe, expect, it } from 'vitest';
import { WorkflowFault } from '#ports/workflows.ts';
import { HISTORY_KEPT } from './executions.ts';
import { UnsupportedDefinition } from './machine.ts';
import { createTrial, invokeTask, machineOf, START, tokenTask } from './trial.fixture.ts';

const waiting = machineOf({ Pause: { Type: 'Wait', Seconds: 60, End: true } });
const straight = machineOf({ Look: invokeTask('look', { Next: 'Done' }), Done: { Type: 'Succeed' } });

describe('starting an execution', () => {
  it('answers once that it has started, whether the first runs or has ended, whatever the input', async () => {
    const trial = createTrial(waiting);
    const start = (input: unknown) => trial.engine().start('nonconformity', 'run', input);
    expect(await start({ id: 1 })).toBe('started');
    expect(await start({ id: 1 })).toBe('already-exists');
    expect(await start({ id: 2 })).toBe('already-exists');
    await trial.advance(60);
    expect(trial.execution().status).toBe('SUCCEEDED');
    expect(await start({ id: 1 })).toBe('already-exists');
    expect(trial.engine().executions()).toHaveLength(1);
    expect(trial.execution().input).toEqual({ id: 1 });
  });

  it('keeps the names of each machine apart', async () => {
    const trial = createTrial(waiting);
    await trial.run();
    expect(await trial.engine().start('audit-intake', 'run', {})).toBe('started');
  });

  it('returns before any function is called', async () => {
    const trial = createTrial(straight, { look: () => 1 });
    await trial.engine().start('nonconformity', 'run', {});
    expect(trial.calls).toEqual([]);
    expect(trial.execution()).toMatchObject({
      status: 'RUNNING',
      currentState: 'Look',
      transitions: 1,
      startedAt: START,
    });
    await trial.engine().settled();
    expect(trial.calls).toHaveLength(1);
  });

  it('faults on an unknown machine, on a name that Step Functions refuses, and when it is closed', async () => {
    const engine = createTrial(waiting).engine();
    await expect(engine.start('other' as 'nonconformity', 'run', {})).rejects.toThrow(WorkflowFault);
    await expect(engine.start('nonconformity', 'a b', {})).rejects.toThrow("'a b' is no name");
    engine.close();
    await expect(engine.start('nonconformity', 'run', {})).rejects.toThrow('closed');
    await expect(engine.resume('token', {})).rejects.toThrow(WorkflowFault);
  });
});

describe('looking at executions', () => {
  it('describes one by machine and name', async () => {
    const trial = createTrial(waiting);
    await trial.run();
    expect(await trial.engine().describe('nonconformity', 'run')).toEqual({
      name: 'run',
      machine: 'nonconformity',
      status: 'RUNNING',
    });
    expect(await trial.engine().describe('audit-intake', 'run')).toBeUndefined();
  });

  it('lists them in the order they were started', async () => {
    const trial = createTrial(straight, { look: () => 1 });
    for (const name of ['b', 'a']) await trial.run({}, name);
    expect(trial.engine().executions()).toEqual(
      ['b', 'a'].map((name) => ({
        machine: 'nonconformity',
        name,
        status: 'SUCCEEDED',
        input: {},
        output: 1,
        startedAt: START,
        endedAt: START,
        transitions: 2,
      })),
    );
  });

  it('tells what happened on the straight path', async () => {
    const trial = createTrial(straight, { look: () => 1 });
    await trial.run();
    const types = trial
      .engine()
      .history('run')
      .map(({ type }) => type);
    expect(types).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskSucceeded',
      'TaskStateExited',
      'SucceedStateEntered',
      'SucceedStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('tells what happened, as Step Functions names it', async () => {
    const trial = createTrial(
      machineOf({
        Look: invokeTask('look', { Retry: [{ ErrorEquals: ['States.ALL'] }], Next: 'Ask' }),
        Ask: tokenTask('ask', { TimeoutSeconds: 60, End: true }),
      }),
      {
        look: () => {
          if (trial.calls.length === 1) throw new Error('once');
        },
        ask: () => null,
      },
    );
    await trial.run();
    await trial.advance(100);
    expect(
      trial
        .engine()
        .history('run')
        .map(({ at, type, state }) => [at.slice(14, 19), type, state]),
    ).toEqual([
      ['00:00', 'ExecutionStarted', undefined],
      ['00:00', 'TaskStateEntered', 'Look'],
      ['00:00', 'TaskScheduled', 'Look'],
      ['00:00', 'TaskFailed', 'Look'],
      ['00:01', 'TaskScheduled', 'Look'],
      ['00:01', 'TaskSucceeded', 'Look'],
      ['00:01', 'TaskStateExited', 'Look'],
      ['00:01', 'TaskStateEntered', 'Ask'],
      ['00:01', 'TaskScheduled', 'Ask'],
      ['00:01', 'TaskSubmitted', 'Ask'],
      ['01:01', 'TaskTimedOut', 'Ask'],
      ['01:01', 'ExecutionFailed', undefined],
    ]);
  });
});

describe('limits', () => {
  const forever = machineOf({ Look: invokeTask('look', { Next: 'Again' }), Again: { Type: 'Pass', Next: 'Look' } });

  it('keeps the latest events, and ends an execution that goes round for ever', async () => {
    const trial = createTrial(
      machineOf({
        Pause: { Type: 'Wait', Seconds: 1, Next: 'One' },
        One: { Type: 'Pass', Next: 'Two' },
        Two: { Type: 'Pass', Next: 'One' },
      }),
    );
    await trial.run();
    trial.database().exec('UPDATE engine_execution SET events = 23900');
    await trial.advance(1);
    expect(trial.execution()).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    });
    const history = trial.engine().history('run');
    expect(history).toHaveLength(HISTORY_KEPT);
    expect(history.at(-1)?.type).toBe('ExecutionFailed');
  });

  it('lets other executions go on meanwhile', async () => {
    const trial = createTrial(forever, { look: () => new Promise((resolve) => setImmediate(resolve, null)) });
    await trial.engine().start('nonconformity', 'run', {});
    await trial.engine().start('audit-intake', 'other', {});
    while (trial.execution('other').status === 'RUNNING') await new Promise((resolve) => setImmediate(resolve));
    expect(trial.execution('run').status).toBe('RUNNING');
    trial.engine().close();
  });

  it('costs nothing to have thousands of executions wait', async () => {
    const trial = createTrial(waiting);
    for (let number = 0; number < 500; number += 1) await trial.engine().start('nonconformity', `nc-${number}`, {});
    await trial.engine().settled();
    const began = performance.now();
    for (let look = 0; look < 1000; look += 1) trial.engine().nextTimerAt();
    expect(performance.now() - began).toBeLessThan(500);
    const plan = trial.database().prepare('EXPLAIN QUERY PLAN SELECT min(due) AS due FROM engine_timer').all();
    expect(JSON.stringify(plan)).toContain('engine_timer_by_due');
  });
});

describe('an error of the engine itself', () => {
  it('ends the execution FAILED, and is told', async () => {
    const trial = createTrial(waiting);
    await trial.run();
    await trial.run({}, 'sound');
    trial.database().exec(`UPDATE engine_thread SET state = 'Nowhere' WHERE id = 1`);
    await trial.advance(60);
    expect(trial.execution()).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: "the machine has no state 'Nowhere'",
    });
    expect(trial.faults).toEqual([{ execution: 'run', state: 'Nowhere', error: expect.any(Error) }]);
    expect(trial.execution('sound').status).toBe('SUCCEEDED');
  });

  it('is told when not even that can be kept', async () => {
    const trial = createTrial(waiting);
    await trial.engine().start('nonconformity', 'run', {});
    trial.database().close();
    await trial.engine().settled();
    expect(trial.faults.length).toBeGreaterThan(0);
    for (const { error } of trial.faults) expect(String(error)).toMatch(/finalized|not open/);
  });

  it('refuses a machine with unsupported parts when it is made', () => {
    expect(() => createTrial(machineOf({ Look: { Type: 'Pass', Result: 1, End: true } }))).toThrow(
      UnsupportedDefinition,
    );
  });
});
