import { describe, expect, it } from 'vitest';
import { createTrial, invokeTask, machineOf, mapOf, tokenTask } from './trial.fixture.ts';

describe('a failure inside a Map', () => {
  const ask = tokenTask('ask', { TimeoutSeconds: 60, End: true });
  const failing = {
    Type: 'Choice',
    Choices: [{ Condition: '{% $states.input = "bad" %}', Next: 'Stop' }],
    Default: 'Ask',
  };
  const inside = { Look: failing, Stop: { Type: 'Fail', Error: 'BadItem', Cause: 'no' }, Ask: ask };

  it('ends the other iterations, their tokens and timers, and fails the Map with its error', async () => {
    const trial = createTrial(machineOf({ Each: mapOf(inside, { MaxConcurrency: 2 }) }), { ask: () => null });
    await trial.run({ items: ['good', 'also', 'bad', 'never'] });
    const [first, second] = trial.tokens();
    expect(await trial.engine().resume(second ?? '', 1)).toBe('resumed');
    await trial.engine().settled();
    expect(trial.execution()).toMatchObject({ status: 'FAILED', error: 'BadItem', cause: 'no' });
    const ends = trial.engine().history('run').slice(-2);
    expect(ends.map(({ type, state }) => [type, state])).toEqual([
      ['MapStateFailed', 'Each'],
      ['ExecutionFailed', undefined],
    ]);
    expect(await trial.engine().resume(first ?? '', 1)).toBe('dead-token');
    expect(trial.engine().nextTimerAt()).toBeUndefined();
    expect(trial.calls).toHaveLength(2);
  });

  it('meets the Catch of the Map', async () => {
    const trial = createTrial(
      machineOf({
        Each: mapOf(inside, {
          Catch: [{ ErrorEquals: ['BadItem'], Assign: { failed: '{% $states.errorOutput.Error %}' }, Next: 'After' }],
        }),
        After: { Type: 'Wait', Seconds: 5, Output: '{% $failed %}', End: true },
      }),
      { ask: () => null },
    );
    await trial.run({ items: ['good', 'bad'] });
    expect(trial.execution()).toMatchObject({ status: 'RUNNING', currentState: 'After' });
    const kinds = trial.database().prepare('SELECT kind FROM engine_timer ORDER BY due').all();
    expect(kinds.map(({ kind }) => kind)).toEqual(['wait', 'execution-timeout']);
    for (const token of trial.tokens()) expect(await trial.engine().resume(token, 1)).toBe('dead-token');
    await trial.advance(60);
    expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: 'BadItem' });
  });

  it('meets the Catch inside the iteration first', async () => {
    const look = invokeTask('look', {
      Catch: [{ ErrorEquals: ['States.TaskFailed'], Output: 'mended', Next: 'Go' }],
      Next: 'Go',
    });
    const trial = createTrial(machineOf({ Each: mapOf({ Look: look, Go: { Type: 'Pass', End: true } }) }), {
      look: (item: string) => {
        if (item === 'bad') throw new Error('no');
        return item;
      },
    });
    expect((await trial.run({ items: ['good', 'bad'] })).output).toEqual(['good', 'mended']);
  });

  it('has the Map begin again with all items by its Retry', async () => {
    let broken = true;
    const trial = createTrial(
      machineOf({
        Each: mapOf(
          { Look: invokeTask('look', { End: true }) },
          { MaxConcurrency: 1, Retry: [{ ErrorEquals: ['States.ALL'] }] },
        ),
      }),
      {
        look: (item: number) => {
          if (item === 2 && broken) {
            broken = false;
            throw new Error('once');
          }
          return item * 10;
        },
      },
    );
    await trial.run({ items: [1, 2, 3] });
    await trial.advance(1);
    expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: [10, 20, 30], transitions: 1 + 2 + 1 + 3 });
  });

  it('reaches through nested Maps, and leaves nothing of them', async () => {
    const nested = mapOf({ Inner: mapOf(inside, { Items: '{% $states.input %}' }) });
    const trial = createTrial(machineOf({ Each: nested }), { ask: () => null });
    await trial.run({ items: [['good'], ['good', 'bad']] });
    expect(trial.execution()).toMatchObject({ status: 'FAILED', error: 'BadItem' });
    expect(trial.database().prepare('SELECT count(*) AS n FROM engine_thread').get()?.n).toBe(0);
    expect(trial.database().prepare('SELECT count(*) AS n FROM engine_timer').get()?.n).toBe(0);
  });
});
