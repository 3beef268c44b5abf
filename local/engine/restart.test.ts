import { describe, expect, it } from 'vitest';
import { createTrial, invokeTask, machineOf, never, tokenTask, until } from './trial.fixture.ts';

describe('an engine on the file of one that was killed', () => {
  it('enters the state that was kept and not yet run', async () => {
    const trial = createTrial(
      machineOf({ First: { Type: 'Pass', Output: 1, Next: 'Done' }, Done: { Type: 'Succeed' } }),
    );
    await trial.engine().start('nonconformity', 'run', {});
    await trial.restart();
    await trial.engine().settled();
    expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: 1, transitions: 2 });
  });

  it('calls a function again that had not answered, with the same payload', async () => {
    const trial = createTrial(machineOf({ Look: invokeTask('look', { End: true }) }), { look: never });
    await trial.engine().start('nonconformity', 'run', { id: 'nc-1' });
    await until(() => trial.calls.length === 1);
    await trial.restart({ functions: { look: () => 'found' } });
    await trial.engine().settled();
    expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: 'found', transitions: 1 });
    expect(trial.calls.map(({ payload }) => payload)).toEqual([{ id: 'nc-1' }, { id: 'nc-1' }]);
  });

  it('does not call a function again that is still at work', async () => {
    const trial = createTrial(machineOf({ Look: invokeTask('look', { End: true }) }), { look: never });
    await trial.engine().start('nonconformity', 'run', {});
    await until(() => trial.calls.length === 1);
    await trial.engine().recover();
    await new Promise((resolve) => setImmediate(resolve));
    expect(trial.calls).toHaveLength(1);
  });

  it('takes nothing from a function that answers to the engine that is gone', async () => {
    let answer: (value: string) => void = () => undefined;
    const trial = createTrial(
      machineOf({ Look: invokeTask('look', { Next: 'Pause' }), Pause: { Type: 'Wait', Seconds: 5, End: true } }),
      {
        look: () =>
          new Promise<string>((resolve) => {
            answer = resolve;
          }),
      },
    );
    await trial.engine().start('nonconformity', 'run', {});
    await until(() => trial.calls.length === 1);
    await trial.restart({ functions: { look: () => 'new' } });
    answer('old');
    await trial.engine().settled();
    await trial.advance(5);
    expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: 'new' });
    expect(trial.faults).toEqual([]);
  });

  it('hands the same token out again when its function had not answered', async () => {
    const trial = createTrial(machineOf({ Ask: tokenTask('ask', { TimeoutSeconds: 60, End: true }) }), { ask: never });
    await trial.engine().start('nonconformity', 'run', {});
    await until(() => trial.calls.length === 1);
    await trial.restart({ functions: { ask: () => null } });
    await trial.engine().settled();
    const [first, second] = trial.tokens();
    expect(second).toBe(first);
    expect(trial.engine().nextTimerAt()).toBe('2026-03-09T08:01:00.000Z');
    expect(await trial.engine().resume(first ?? '', 'yes')).toBe('resumed');
    await trial.engine().settled();
    expect(trial.execution().output).toBe('yes');
  });

  it('still waits for a token, without asking again', async () => {
    const trial = createTrial(machineOf({ Ask: tokenTask('ask', { End: true }) }), { ask: () => null });
    await trial.run();
    await trial.restart();
    await trial.engine().settled();
    expect(trial.calls).toHaveLength(1);
    expect(await trial.engine().resume(trial.tokens()[0] ?? '', 'yes')).toBe('resumed');
    await trial.engine().settled();
    expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: 'yes', transitions: 1 });
  });

  it('still waits for the instant, and makes up for the one it missed', async () => {
    const machine = machineOf({
      Pause: { Type: 'Wait', Seconds: 60, Next: 'Again' },
      Again: { Type: 'Wait', Seconds: 60, End: true },
    });
    const trial = createTrial(machine);
    await trial.run();
    trial.sleep(30);
    await trial.restart();
    await trial.engine().settled();
    expect(trial.execution().currentState).toBe('Pause');
    expect(trial.engine().nextTimerAt()).toBe('2026-03-09T08:01:00.000Z');
    trial.sleep(3600);
    await trial.restart();
    expect(trial.execution().currentState).toBe('Pause');
    await trial.engine().fireDue();
    expect(trial.execution().currentState).toBe('Again');
    expect(trial.engine().nextTimerAt()).toBe('2026-03-09T09:01:30.000Z');
  });

  it('still has its retries, those made counted', async () => {
    const retry = { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 10, MaxAttempts: 2 }], End: true };
    const fails = {
      look: () => {
        throw new Error('no');
      },
    };
    const trial = createTrial(machineOf({ Look: invokeTask('look', retry) }), fails);
    await trial.run();
    await trial.restart();
    expect(trial.engine().nextTimerAt()).toBe('2026-03-09T08:00:10.000Z');
    await trial.advance(10);
    await trial.restart();
    expect(trial.engine().nextTimerAt()).toBe('2026-03-09T08:00:30.000Z');
    await trial.advance(60);
    expect(trial.execution()).toMatchObject({ status: 'FAILED', transitions: 3 });
    expect(trial.calls).toHaveLength(3);
  });

  it('goes on in the middle of a Map: what is done stays done', async () => {
    const inside = {
      Look: invokeTask('look', { Next: 'Ask' }),
      Ask: tokenTask('ask', { Output: '{% $states.input & $states.result %}', End: true }),
    };
    const each = { Type: 'Map', MaxConcurrency: 3, ItemProcessor: { StartAt: 'Look', States: inside }, End: true };
    const functions = { look: (item: string) => (item === 'hangs' ? never() : item), ask: () => null };
    const trial = createTrial(machineOf({ Each: each }), functions);
    await trial.engine().start('nonconformity', 'run', ['done', 'held', 'hangs', 'queued']);
    await until(() => trial.calls.length === 5);
    const tokens = trial.calls
      .filter(({ name }) => name === 'ask')
      .map(({ payload }) => (payload as { token: string }).token);
    await trial.engine().resume(tokens[0] ?? '', '!');
    await until(() => trial.calls.length === 7);
    await trial.restart({ functions: { look: (item: string) => item, ask: () => null } });
    await trial.engine().settled();
    expect(trial.calls.slice(7).map(({ name, payload }) => (name === 'look' ? payload : name))).toEqual([
      'hangs',
      'ask',
    ]);
    for (const { payload } of trial.calls.filter(({ name }) => name === 'ask').slice(1)) {
      await trial.engine().resume((payload as { token: string }).token, '?');
    }
    await trial.engine().settled();
    expect(trial.execution()).toMatchObject({
      status: 'SUCCEEDED',
      output: ['done!', 'held?', 'hangs?', 'queued?'],
      transitions: 1 + 4 * 2,
    });
  });

  it('keeps to the definition an execution was started with', async () => {
    const trial = createTrial(
      machineOf({ Pause: { Type: 'Wait', Seconds: 5, Next: 'Old' }, Old: { Type: 'Pass', Output: 'old', End: true } }),
    );
    await trial.run();
    await trial.restart({ machine: machineOf({ New: { Type: 'Pass', Output: 'new', End: true } }) });
    await trial.run({}, 'another');
    await trial.advance(5);
    expect([trial.execution('run').output, trial.execution('another').output]).toEqual(['old', 'new']);
  });

  it('leaves ended executions alone', async () => {
    const trial = createTrial(machineOf({ Look: invokeTask('look', { End: true }) }), { look: () => 1 });
    const ended = await trial.run();
    await trial.restart();
    await trial.engine().settled();
    expect(trial.execution()).toEqual(ended);
    expect(trial.calls).toHaveLength(1);
  });
});
