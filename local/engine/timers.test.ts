import { describe, expect, it } from 'vitest';
import {
  createTrial,
  INVOKE_WITH_TOKEN,
  invokeTask,
  machineOf,
  never,
  START,
  tokenTask,
  until,
} from './trial.fixture.ts';

const noted = { look: (payload: unknown) => payload };
const pause = (Wait: Record<string, unknown>) =>
  machineOf({
    Pause: { Type: 'Wait', ...Wait, Output: '{% $states.input.id %}', Assign: { waited: true }, Next: 'Done' },
    Done: { Type: 'Succeed', Output: '{% [$states.input, $waited] %}' },
  });

describe('Wait', () => {
  it.each([
    ['seconds', { Seconds: 90 }, '2026-03-09T08:01:30.000Z'],
    ['an expression', { Seconds: '{% $states.input.days * 86400 %}' }, '2026-03-11T08:00:00.000Z'],
    ['an instant', { Timestamp: '2026-03-09T10:00:00+01:00' }, '2026-03-09T09:00:00.000Z'],
    ['an instant by expression', { Timestamp: '{% $states.input.until %}' }, '2026-12-31T00:00:00.000Z'],
  ])('waits for %s', async (_, state, due) => {
    const trial = createTrial(pause(state));
    expect(await trial.run({ id: 'nc-1', days: 2, until: '2026-12-31T00:00:00Z' })).toMatchObject({
      currentState: 'Pause',
    });
    expect(trial.engine().nextTimerAt()).toBe(due);
    const length = (Date.parse(due) - Date.parse(START)) / 1000;
    await trial.advance(length - 1);
    expect(trial.execution().status).toBe('RUNNING');
    await trial.advance(1);
    expect(trial.execution()).toMatchObject({
      status: 'SUCCEEDED',
      output: ['nc-1', true],
      endedAt: due,
      transitions: 2,
    });
  });

  it('has no result: its expressions see the input alone', async () => {
    const state = { Type: 'Wait', Seconds: 0, Output: '{% $exists($states.result) %}', End: true };
    expect((await createTrial(machineOf({ Pause: state })).run()).output).toBe(false);
  });

  it.each([{ Seconds: 0 }, { Timestamp: '2020-01-01T00:00:00Z' }, { Timestamp: START }])(
    'goes on at once: %o',
    async (state) => {
      expect(await createTrial(pause(state)).run({ id: 'nc-1' })).toMatchObject({ status: 'SUCCEEDED' });
    },
  );

  it.each([
    { Seconds: '{% -1 %}' },
    { Seconds: '{% "9" %}' },
    { Timestamp: '{% "tomorrow" %}' },
    { Timestamp: '{% "2026-03-10" %}' },
  ])('fails on %o', async (state) => {
    expect(await createTrial(pause(state)).run({ id: 'nc-1' })).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
    });
  });
});

describe('time limits of a Task', () => {
  const limited = (more: Record<string, unknown>) =>
    machineOf({
      Ask: tokenTask('ask', { ...more, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Late' }], Next: 'Done' }),
      Late: { Type: 'Pass', End: true },
      Done: { Type: 'Succeed' },
    });

  it('ends a wait for a token by TimeoutSeconds, with the token', async () => {
    const trial = createTrial(limited({ TimeoutSeconds: '{% $states.input.limit %}' }), { ask: () => null });
    await trial.run({ limit: 300 * 86_400 });
    await trial.advance(300 * 86_400);
    expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'States.Timeout', Cause: '' } });
    expect(await trial.engine().resume(trial.tokens()[0] ?? '', {})).toBe('dead-token');
  });

  it('ends it by HeartbeatSeconds, which comes first', async () => {
    const trial = createTrial(limited({ TimeoutSeconds: 60, HeartbeatSeconds: 20 }), { ask: () => null });
    await trial.run();
    await trial.advance(20);
    expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'States.HeartbeatTimeout' } });
    expect(trial.engine().nextTimerAt()).toBeUndefined();
  });

  it('lets go of a function that hangs: what it answers later has no effect', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const trial = createTrial(
      machineOf({
        Look: invokeTask('look', {
          TimeoutSeconds: 5,
          Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
          Next: 'Late',
        }),
        Late: { Type: 'Wait', Seconds: 60, End: true },
      }),
      {
        look: () =>
          new Promise((resolve) => {
            answer = resolve;
          }),
      },
    );
    await trial.engine().start('nonconformity', 'run', {});
    await until(() => trial.calls.length === 1);
    trial.sleep(5);
    await trial.engine().fireDue();
    expect(trial.execution()).toMatchObject({ currentState: 'Late', transitions: 2 });
    answer('too late');
    await trial.advance(60);
    expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'States.Timeout', Cause: '' } });
  });

  it('fires a time limit while an earlier firing waits for the very function that hangs', async () => {
    const trial = createTrial(
      machineOf({
        Pause: { Type: 'Wait', Seconds: 1, Next: 'Look' },
        Look: invokeTask('look', { TimeoutSeconds: 5, End: true }),
      }),
      { look: never },
    );
    await trial.run();
    trial.sleep(1);
    const first = trial.engine().fireDue();
    await until(() => trial.calls.length === 1);
    trial.sleep(5);
    await trial.engine().fireDue();
    await first;
    expect(trial.execution()).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('begins anew with each retry', async () => {
    const trial = createTrial(
      machineOf({
        Ask: tokenTask('ask', {
          TimeoutSeconds: 10,
          Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 5, MaxAttempts: 1 }],
          End: true,
        }),
      }),
      { ask: () => null },
    );
    await trial.run();
    await trial.advance(10);
    expect(trial.engine().nextTimerAt()).toBe('2026-03-09T08:00:15.000Z');
    await trial.advance(5);
    expect(trial.engine().nextTimerAt()).toBe('2026-03-09T08:00:25.000Z');
    const tokens = trial.tokens();
    expect(new Set(tokens).size).toBe(2);
    expect(await trial.engine().resume(tokens[0] ?? '', {})).toBe('dead-token');
    expect(await trial.engine().resume(tokens[1] ?? '', 'late but in time')).toBe('resumed');
    await trial.engine().settled();
    expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: 'late but in time' });
    expect(trial.engine().nextTimerAt()).toBeUndefined();
  });
});

describe('the time limit of an execution', () => {
  it('ends it TIMED_OUT, wherever it stands', async () => {
    const trial = createTrial(
      machineOf({ Ask: { ...tokenTask('ask', { End: true }), Resource: INVOKE_WITH_TOKEN } }, { TimeoutSeconds: 3600 }),
      { ask: () => null },
    );
    await trial.run();
    await trial.advance(3600);
    expect(trial.execution()).toMatchObject({
      status: 'TIMED_OUT',
      error: 'States.Timeout',
      endedAt: '2026-03-09T09:00:00.000Z',
    });
    expect(await trial.engine().resume(trial.tokens()[0] ?? '', {})).toBe('dead-token');
  });

  it.each([{}, { TimeoutSeconds: 99_999_999 }])('is a year at the latest: %o', async (limit) => {
    const trial = createTrial(machineOf({ Ask: tokenTask('ask', { End: true }) }, limit), { ask: () => null });
    await trial.run();
    expect(trial.engine().nextTimerAt()).toBe('2027-03-09T08:00:00.000Z');
    await trial.advance(365 * 86_400);
    expect(trial.execution()).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
  });

  it('lets go of a function that hangs inside a Map', async () => {
    const each = {
      Type: 'Map',
      ItemProcessor: { StartAt: 'Look', States: { Look: invokeTask('look', { End: true }) } },
      End: true,
    };
    const trial = createTrial(machineOf({ Each: each }, { TimeoutSeconds: 60 }), { look: never });
    await trial.engine().start('nonconformity', 'run', [1, 2]);
    await until(() => trial.calls.length === 2);
    const settled = trial.engine().settled();
    trial.sleep(60);
    await trial.engine().fireDue();
    await settled;
    expect(trial.execution()).toMatchObject({ status: 'TIMED_OUT' });
  });

  it('is over with the execution', async () => {
    const trial = createTrial(machineOf({ Done: { Type: 'Succeed' } }, { TimeoutSeconds: 3600 }));
    await trial.run();
    expect(trial.engine().nextTimerAt()).toBeUndefined();
  });
});

describe('firing', () => {
  const machine = machineOf({
    Pause: { Type: 'Wait', Seconds: '{% $states.input.seconds %}', Next: 'Look' },
    Look: invokeTask('look', { End: true }),
  });

  it('goes by due instant, whatever the order of the starts, each before what follows from it', async () => {
    const chain = machineOf({
      Pause: { Type: 'Wait', Seconds: '{% $states.input.seconds %}', Next: 'Look' },
      Look: invokeTask('look', { Next: 'More' }),
      More: { Type: 'Wait', Timestamp: '2026-03-09T08:00:20Z', Next: 'Again' },
      Again: invokeTask('look', { End: true }),
    });
    const trial = createTrial(chain, noted);
    for (const [name, seconds] of [
      ['c', 30],
      ['a', 10],
      ['b', 20],
    ] as const)
      await trial.run({ name, seconds }, name);
    trial.sleep(3600);
    await trial.engine().fireDue();
    const order = trial.calls.map(({ payload }) => (payload as { name: string }).name);
    expect(order).toEqual(['a', 'a', 'b', 'b', 'c', 'c']);
  });

  it('leaves alone what is not due', async () => {
    const trial = createTrial(machine, noted);
    await trial.run({ seconds: 10 });
    trial.sleep(9);
    await trial.engine().fireDue();
    expect(trial.calls).toEqual([]);
    expect(trial.engine().nextTimerAt()).toBe('2026-03-09T08:00:10.000Z');
  });

  it('tells the host when the next instant changes', async () => {
    const trial = createTrial(machine, noted);
    await trial.run({ seconds: 10 }, 'a');
    const changes = trial.timerChanges();
    expect(changes).toBeGreaterThan(0);
    await trial.run({ seconds: 20 }, 'b');
    expect(trial.timerChanges()).toBe(changes);
    await trial.run({ seconds: 5 }, 'c');
    expect(trial.timerChanges()).toBe(changes + 1);
    await trial.advance(5);
    expect(trial.timerChanges()).toBe(changes + 2);
  });
});
