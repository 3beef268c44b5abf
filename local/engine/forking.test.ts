import { describe, expect, it } from 'vitest';
import { createTrial, machineOf, mapOf, tokenTask } from './trial.fixture.ts';

describe('Map', () => {
  it('runs its states for each item, and gives the outputs in the order of the items', async () => {
    const trial = createTrial(machineOf({ Each: mapOf({ Ask: tokenTask('ask', { End: true }) }) }), {
      ask: () => null,
    });
    await trial.run({ items: ['a', 'b', 'c'] });
    for (const [index, token] of trial.tokens().reverse().entries()) await trial.engine().resume(token, index);
    await trial.engine().settled();
    expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: [2, 1, 0] });
  });

  it('shows the item to the selector and inside, over nested Maps the innermost', async () => {
    const inside = mapOf(
      { Leaf: { Type: 'Pass', Output: '{% $states.context.Map.Item.Index & $states.input & $outer %}', End: true } },
      {
        Items: '{% $states.input.list %}',
        Next: 'After',
        End: undefined,
      },
    );
    const trial = createTrial(
      machineOf({
        Set: { Type: 'Pass', Assign: { outer: 'seen' }, Next: 'Each' },
        Each: mapOf(
          {
            Inner: inside,
            After: {
              Type: 'Pass',
              Output: { at: '{% $states.context.Map.Item.Index %}', leaves: '{% $states.input %}' },
              End: true,
            },
          },
          {
            ItemSelector: {
              list: '{% [$states.context.Map.Item.Value, $states.input.more] %}',
              index: '{% $states.context.Map.Item.Index %}',
            },
          },
        ),
      }),
    );
    expect((await trial.run({ items: ['a', 'b'], more: 'm' })).output).toEqual([
      { at: 0, leaves: ['0aseen', '1mseen'] },
      { at: 1, leaves: ['0bseen', '1mseen'] },
    ]);
  });

  it('keeps the variables of an iteration inside it', async () => {
    const trial = createTrial(
      machineOf({
        Each: mapOf(
          {
            Set: { Type: 'Pass', Assign: { mine: '{% $states.input %}' }, Next: 'Get' },
            Get: { Type: 'Pass', Output: '{% $mine %}', End: true },
          },
          { Assign: { all: '{% $states.result %}' }, Output: 'done', Next: 'After', End: undefined },
        ),
        After: {
          Type: 'Pass',
          Output: { all: '{% $all %}', input: '{% $states.input %}', mine: '{% $exists($mine) %}' },
          End: true,
        },
      }),
    );
    expect((await trial.run({ items: [1, 2] })).output).toEqual({ all: [1, 2], input: 'done', mine: false });
  });

  it('counts the transitions of every iteration', async () => {
    const trial = createTrial(
      machineOf({
        Each: mapOf(
          { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', End: true } },
          { End: undefined, Next: 'Done' },
        ),
        Done: { Type: 'Succeed' },
      }),
    );
    expect((await trial.run({ items: [1, 2, 3] })).transitions).toBe(1 + 3 * 2 + 1);
  });

  it('runs at most MaxConcurrency iterations at a time', async () => {
    const trial = createTrial(
      machineOf({
        Each: mapOf({ Ask: tokenTask('ask', { End: true }) }, { MaxConcurrency: '{% $states.input.most %}' }),
      }),
      { ask: () => null },
    );
    await trial.run({ items: [1, 2, 3, 4, 5], most: 2 });
    expect(trial.calls).toHaveLength(2);
    expect(trial.execution().transitions).toBe(1 + 2);
    for (let done = 0; done < 5; done += 1) {
      await trial.engine().resume(trial.tokens()[done] ?? '', done);
      await trial.engine().settled();
      expect(trial.calls).toHaveLength(Math.min(5, 3 + done));
    }
    expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: [0, 1, 2, 3, 4] });
  });

  it('shows the outer variables to the items that wait for their turn', async () => {
    const trial = createTrial(
      machineOf({
        Set: { Type: 'Pass', Assign: { outer: 'seen' }, Next: 'Each' },
        Each: mapOf(
          { Step: { Type: 'Pass', Output: '{% $states.input & $outer %}', End: true } },
          { MaxConcurrency: 1 },
        ),
      }),
    );
    expect((await trial.run({ items: ['a', 'b'] })).output).toEqual(['aseen', 'bseen']);
  });

  it('runs 40 at a time when nothing else is said', async () => {
    const trial = createTrial(machineOf({ Each: mapOf({ Ask: tokenTask('ask', { End: true }) }) }), {
      ask: () => null,
    });
    await trial.run({ items: Array.from({ length: 45 }, (_, index) => index) });
    expect(trial.calls).toHaveLength(40);
  });

  it('gives an empty list for no items', async () => {
    const trial = createTrial(machineOf({ Each: mapOf({ A: { Type: 'Pass', End: true } }) }));
    expect(await trial.run({ items: [] })).toMatchObject({ status: 'SUCCEEDED', output: [], transitions: 1 });
  });

  it('takes its input for the items when there is no Items', async () => {
    const each = mapOf({ A: { Type: 'Pass', Output: '{% $states.input * 2 %}', End: true } }, { Items: undefined });
    expect((await createTrial(machineOf({ Each: each })).run([1, 2])).output).toEqual([2, 4]);
    expect(await createTrial(machineOf({ Each: each })).run({})).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
    });
  });

  it.each([
    [{ items: { a: 1 } }, {}],
    [{ items: [1], most: -1 }, { MaxConcurrency: '{% $states.input.most %}' }],
    [{ items: [1] }, { ItemSelector: { a: '{% $nothing %}' } }],
  ])('fails on %o', async (input, more) => {
    const trial = createTrial(machineOf({ Each: mapOf({ A: { Type: 'Pass', End: true } }, more) }));
    expect(await trial.run(input)).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });
});

describe('Parallel', () => {
  const branches = [
    { StartAt: 'Left', States: { Left: { Type: 'Pass', Output: '{% $states.input & "L" %}', End: true } } },
    { StartAt: 'Right', States: { Right: { Type: 'Pass', Output: '{% $states.input & "R" %}', End: true } } },
  ];

  it('gives the outputs of its branches in their order', async () => {
    const both = {
      Type: 'Parallel',
      Branches: branches,
      Arguments: '{% $states.input.id %}',
      Output: '{% $join($states.result) %}',
      End: true,
    };
    expect(await createTrial(machineOf({ Both: both })).run({ id: 'x' })).toMatchObject({
      output: 'xLxR',
      transitions: 3,
    });
  });

  it('shows the item of the Map around it', async () => {
    const branch = {
      StartAt: 'Leaf',
      States: { Leaf: { Type: 'Pass', Output: '{% $states.context.Map.Item.Value %}', End: true } },
    };
    const each = mapOf({ Both: { Type: 'Parallel', Branches: [branch], End: true } });
    expect((await createTrial(machineOf({ Each: each })).run({ items: ['a', 'b'] })).output).toEqual([['a'], ['b']]);
  });

  it('fails with a branch', async () => {
    const stop = { StartAt: 'Stop', States: { Stop: { Type: 'Fail', Error: 'Stopped' } } };
    const both = {
      Type: 'Parallel',
      Branches: [...branches, stop],
      Catch: [{ ErrorEquals: ['Stopped'], Next: 'After' }],
      End: true,
    };
    const trial = createTrial(
      machineOf({ Both: both, After: { Type: 'Pass', Output: '{% $states.input.Error %}', End: true } }),
    );
    expect((await trial.run('x')).output).toBe('Stopped');
  });
});
