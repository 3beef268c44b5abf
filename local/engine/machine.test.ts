import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AslDefinition } from './language.ts';
import { loadMachine, UnsupportedDefinition } from './machine.ts';
import { INVOKE, invokeTask, machineOf } from './trial.fixture.ts';

const problemsOf = (definition: AslDefinition): readonly string[] => {
  try {
    loadMachine(definition);
    return [];
  } catch (thrown) {
    if (thrown instanceof UnsupportedDefinition) return thrown.problems;
    throw thrown;
  }
};
const problemsOfState = (state: Record<string, unknown>): readonly string[] =>
  problemsOf(machineOf({ Look: state, Done: { Type: 'Succeed' } }));
const inner = (Assign: Record<string, unknown>) => ({
  Type: 'Map',
  End: true,
  ItemProcessor: { StartAt: 'Step', States: { Step: { Type: 'Pass', Assign, End: true } } },
});

describe('loading a machine', () => {
  it.each(['nonconformity', 'audit-intake'])('takes the generated definition of %s', (name) => {
    const file = new URL(`../../workflows/${name}/${name}.asl.json`, import.meta.url);
    expect(problemsOf(JSON.parse(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('takes every part of the language in use', () => {
    const machine = loadMachine(
      machineOf(
        {
          Look: invokeTask('look', {
            Comment: 'a comment',
            TimeoutSeconds: '{% $states.input.limit %}',
            HeartbeatSeconds: 5,
            Retry: [{ ErrorEquals: ['States.ALL'], JitterStrategy: 'FULL', MaxDelaySeconds: 9 }],
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Each', Output: {}, Assign: { seen: true } }],
            Next: 'Each',
          }),
          Each: { ...inner({ mine: 1 }), Items: [1], ItemSelector: {}, MaxConcurrency: 2 },
        },
        { TimeoutSeconds: 60, Comment: 'a machine', Version: '1.0' },
      ),
    );
    expect([...machine.states.keys()]).toEqual(['Look', 'Each', 'Step']);
    expect(machine.timeoutSeconds).toBe(60);
  });

  it.each([
    ['JSONPath fields', { Type: 'Pass', InputPath: '$', End: true }, "State 'Look': unsupported part InputPath"],
    ['unknown types', { Type: 'Activity', End: true }, /^State 'Look': unsupported part Type/],
    [
      'JSONPath states',
      { Type: 'Pass', QueryLanguage: 'JSONPath', End: true },
      /^State 'Look': unsupported part QueryLang/,
    ],
    [
      'other resources',
      { ...invokeTask('x', { End: true }), Resource: 'arn:aws:states:::sqs:sendMessage' },
      /Resource: arn/,
    ],
    [
      'a .sync call',
      { ...invokeTask('x', { End: true }), Resource: 'arn:aws:states:::states:startExecution.sync:2' },
      /sync/,
    ],
    [
      'other arguments',
      { ...invokeTask('x', { End: true }), Arguments: { FunctionName: 'x', Qualifier: '1' } },
      /Qualifier/,
    ],
    ['missing arguments', { Type: 'Task', Resource: INVOKE, End: true }, /Arguments/],
    ['credentials', invokeTask('x', { End: true, Credentials: {} }), /unsupported part Credentials/],
    ['broken expressions', { Type: 'Pass', Output: '{% $states. %}', End: true }, /'\$states\.' is not JSONata/],
    ['half expressions', { Type: 'Pass', Output: { a: ['{% 1'] }, End: true }, /neither a text nor a JSONata string/],
    ['$eval', { Type: 'Pass', Output: "{% $eval('1') %}", End: true }, /uses \$eval/],
    ['no way on', { Type: 'Pass' }, "State 'Look': needs either Next or End"],
    ['two ways on', { Type: 'Pass', Next: 'Done', End: true }, "State 'Look': needs either Next or End"],
    ['lost ways', { Type: 'Pass', Next: 'Nowhere' }, /leads to 'Nowhere'/],
    ['lost rules', { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Nowhere' }] }, /leads to 'Nowhere'/],
    [
      'lost catchers',
      invokeTask('x', { End: true, Catch: [{ ErrorEquals: ['E'], Next: 'Nowhere' }] }),
      /leads to 'Nowhere'/,
    ],
    [
      'waits of two kinds',
      { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true },
      /either Seconds or/,
    ],
    ['waits without end', { Type: 'Wait', Seconds: -1, End: true }, /unsupported part Seconds/],
    ['late heartbeats', invokeTask('x', { End: true, TimeoutSeconds: 5, HeartbeatSeconds: 5 }), /must be smaller/],
    [
      'mixed wildcards',
      invokeTask('x', { End: true, Retry: [{ ErrorEquals: ['States.ALL', 'E'] }] }),
      /^State 'Look': Retry/,
    ],
    [
      'early wildcards',
      invokeTask('x', {
        End: true,
        Catch: [
          { ErrorEquals: ['States.ALL'], Next: 'Done' },
          { ErrorEquals: ['E'], Next: 'Done' },
        ],
      }),
      /^State 'Look': Catch: States.ALL must stand alone and last/,
    ],
    [
      'distributed maps',
      { ...inner({}), ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'E', States: {} } },
      /Mode/,
    ],
    ['tolerated failures', { ...inner({}), ToleratedFailureCount: 1 }, /ToleratedFailureCount/],
    ['the reserved variable', { Type: 'Pass', Assign: { states: 1 }, End: true }, /Assign\/states/],
  ])('refuses %s', (_, state, problem) => {
    expect(problemsOfState(state)).toEqual([typeof problem === 'string' ? problem : expect.stringMatching(problem)]);
  });

  it('refuses a machine in JSONPath, a start that is no state and unknown parts at the top', () => {
    expect(problemsOf({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } })).toEqual([
      expect.stringMatching(/QueryLanguage/),
    ]);
    expect(problemsOf(machineOf({ Done: { Type: 'Succeed' } }, { StartAt: 'Nowhere' }))).toEqual([
      "StartAt names no state: 'Nowhere'",
    ]);
    expect(problemsOf(machineOf({ Done: { Type: 'Succeed' } }, { Extra: 1 }))).toEqual(['unsupported part Extra']);
  });

  it('looks into the states inside a Map, and tells every problem', () => {
    const definition = machineOf({
      First: { Type: 'Pass', Assign: { count: 0 }, Next: 'Each' },
      Each: {
        Type: 'Map',
        End: true,
        ItemProcessor: {
          StartAt: 'First',
          States: {
            First: { Type: 'Pass', Next: 'Step' },
            Step: { Type: 'Pass', Assign: { count: 1 }, ResultPath: '$', End: true },
            Leave: { Type: 'Pass', Assign: { count: 1 }, Next: 'Each' },
          },
        },
      },
    });
    expect(problemsOf(definition)).toEqual([
      "State 'First': the name is used twice",
      "State 'Step': unsupported part ResultPath",
      "State 'Leave': leads to 'Each', which is not a state beside it",
      "State 'Leave': assigns 'count', a variable of the outer scope",
    ]);
  });

  it('lets the iterations of two Maps use a variable of the same name', () => {
    expect(
      problemsOf(
        machineOf({
          One: { ...inner({ mine: 1 }), End: undefined, Next: 'Two' },
          Two: {
            Type: 'Map',
            End: true,
            ItemProcessor: { StartAt: 'Other', States: { Other: { Type: 'Pass', Assign: { mine: 2 }, End: true } } },
          },
        }),
      ),
    ).toEqual([]);
  });
});
