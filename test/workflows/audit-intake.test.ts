import { expect, test } from 'vitest';
import { entered, evaluate, machineOf, outputOf, statesOf } from './machine.ts';

const machine = machineOf('audit-intake');
const start = { audit: 'a', importId: 'i', evidence: 'e' };
const states = new Map(statesOf(machine));

test('a report is read, confirmed, issued and finished', async () => {
  const answers = [{ status: 'to-confirm' }, { rows: [0, 2] }, { findings: ['f', 'g'], faults: [] }, {}];
  expect(await entered(machine, start, answers)).toEqual([
    ...['Read report', 'Any row usable?', 'Await confirmation'],
    ...['Issue findings', 'All issued?', 'Finish import', 'Issued'],
  ]);
});

test('a report without a usable row ends there', async () => {
  expect(await entered(machine, start, [{ status: 'refused' }])).toEqual([
    'Read report',
    'Any row usable?',
    'Nothing usable',
  ]);
});

test('a row that faulted keeps the import from being finished', async () => {
  const faults = [{ task: 'Issue finding', error: 'TypeError', cause: 'why', row: 2 }];
  const path = await entered(machine, start, [
    { status: 'to-confirm' },
    { rows: [0, 2] },
    { findings: ['f'], faults },
    {},
  ]);
  expect(path.slice(-3)).toEqual(['All issued?', 'Record fault', 'Faulted']);
});

test('nobody confirming is an end and no failure', () => {
  expect(states.get('Await confirmation')?.Catch[0]).toMatchObject({
    ErrorEquals: ['States.Timeout'],
    Next: 'Never confirmed',
  });
  expect(states.get('Never confirmed')?.Type).toBe('Succeed');
});

const output = machine.States['Issue findings']?.Output;
const faulted = { task: 'Issue finding', error: 'E', cause: 'C', row: 1 };

test.each([
  ['no row', [], { findings: [], faults: [] }],
  ['one row', [{ finding: 'f' }], { findings: ['f'], faults: [] }],
  ['two rows', [{ finding: 'f' }, { finding: 'g' }], { findings: ['f', 'g'], faults: [] }],
  ['one row that faulted', [faulted], { findings: [], faults: [faulted] }],
  ['a row and one that faulted', [{ finding: 'f' }, faulted], { findings: ['f'], faults: [faulted] }],
])('the findings and faults of %s are lists', async (_, result, expected) => {
  const findings: unknown = await evaluate(outputOf(output, 'findings'), { result });
  const faults: unknown = await evaluate(outputOf(output, 'faults'), { result });
  expect(JSON.parse(JSON.stringify({ findings, faults }))).toEqual(expected);
});

test('the rows that faulted are told apart on the record', async () => {
  const cause = outputOf(states.get('All issued?')?.Output, 'cause');
  const input = { faults: [faulted, { ...faulted, row: 4, cause: 'D' }] };
  expect(await evaluate(cause, { input })).toBe('row 1: C; row 4: D');
});

test('a nonconformity starts its machine, an opportunity for improvement has none', () => {
  expect(states.get('Nonconformity?')?.Choices).toEqual([
    { Condition: '{% $states.input.machine %}', Next: 'Start nonconformity' },
  ]);
  expect(states.get('Nonconformity?')?.Default).toBe('Finding issued');
});

test('the machine of a finding is named after finding and epoch', async () => {
  const name = String(states.get('Start nonconformity')?.Arguments.Name);
  expect(await evaluate(name, { input: { finding: 'f', epoch: 1 } })).toBe('nc-f-e1');
});
