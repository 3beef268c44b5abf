import { expect, test } from 'vitest';
import { machineDiagram } from './machine-diagram.ts';

const definition = {
  StartAt: 'Ready?',
  States: {
    'Ready?': {
      Type: 'Choice',
      Choices: [
        { Condition: "{% $states.input.step = 'plan.awaiting' %}", Next: 'Each' },
        { Condition: '{% $states.input.late %}', Next: 'Done' },
      ],
      Default: 'Done',
    },
    Each: {
      Type: 'Map',
      Next: 'Done',
      Catch: [
        { ErrorEquals: ['States.Timeout'], Next: 'Done' },
        { ErrorEquals: ['States.ALL'], Next: 'Ready?' },
      ],
      ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass', End: true } } },
    },
    Done: { Type: 'Succeed' },
  },
};

test('a machine is drawn with its choices, its catches by name, and what a Map runs', () => {
  expect(machineDiagram(definition)).toBe(`stateDiagram-v2
  state "Ready?" as Ready
  state "Each" as Each {
    state "One" as One
    [*] --> One
    One --> [*]
  }
  state "Done" as Done
  [*] --> Ready
  Ready --> Each : plan.awaiting
  Ready --> Done : late
  Ready --> Done : else
  Each --> Done
  Each --> Done : States.Timeout
  Done --> [*]
`);
});
