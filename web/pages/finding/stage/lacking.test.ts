import { expect, test } from 'vitest';
import type { PlanSubmission } from '#domain/submission/submission.ts';
import { readTyped, type Typed } from './lacking.ts';

const finding = {
  facts: { statement: 'Backups were never restored.' },
  due: { correction: '2026-04-08', remediation: '2026-05-04' },
} as Typed['finding'];

const read = (content: unknown) =>
  readTyped({
    stage: 'plan',
    content: content as PlanSubmission,
    finding,
    today: '2026-03-09',
    evidence: [],
    acceptedPlan: undefined,
    fillIn: 'Fill this in.',
  });
const fieldsOf = (content: unknown): readonly (string | undefined)[] => read(content).lacking.map(({ field }) => field);

const correction = { what: 'Restore one.', who: 'petra.lind@example.org', by: '2026-03-31' };
const rootCause = { method: '5-whys', causes: [{ label: 'C1', description: 'Nobody was named to do it.' }] };
const action = {
  label: 'A1',
  what: 'Name an owner.',
  responsible: 'petra.lind@example.org',
  dueDate: '2026-04-20',
  removes: ['C1'],
  successMeasure: 'Two tests in a row.',
};
const whole = {
  correction,
  consequences: 'None.',
  rootCause,
  similar: { found: false, where: 'All other backups.' },
  actions: [action],
  riskAndImpact: 'An hour at night.',
  ismsChanges: 'None.',
  approvedBy: 'ines.moreau@example.org',
};

test('what lacks nothing is handed in as it was typed, without what is blank', () => {
  expect(read({ ...whole, consequences: ' None. ' })).toEqual({
    submission: { stage: 'plan', content: whole },
    lacking: [],
  });
});

test('a part that is begun does not hide what the others lack', () => {
  const all = ['consequences', 'rootCause', 'similar', 'actions', 'riskAndImpact', 'ismsChanges', 'approvedBy'];
  expect(fieldsOf({})).toEqual(['correction', ...all]);
  expect(fieldsOf({ correction: { what: '', who: '', by: '2026-03-31' } })).toEqual([
    'correction.what',
    'correction.who',
    ...all,
  ]);
  expect(read({ correction: { by: '2026-03-31' } }).submission).toBeUndefined();
});

test('nothing is said of a part by comparing it with one that cannot be read yet', () => {
  const blankCause = { ...rootCause, causes: [...rootCause.causes, { label: 'C2', description: '' }] };
  expect(fieldsOf({ ...whole, rootCause: blankCause })).toEqual(['rootCause.causes[1].description']);
  expect(fieldsOf({ ...whole, actions: [{ ...action, what: '' }] })).toEqual(['actions[0].what']);
  expect(fieldsOf({ ...whole, actions: [{ ...action, what: '' }], consequences: '' })).toEqual([
    'actions[0].what',
    'consequences',
  ]);
});

test('what can be read is compared', () => {
  expect(fieldsOf({ ...whole, actions: [{ ...action, removes: ['C7'] }] })).toEqual([
    'rootCause.causes[0]',
    'actions[0].removes',
  ]);
});
