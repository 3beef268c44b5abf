import { expect, test } from 'vitest';
import { draftLines } from './draft-lines.ts';

const naming = {
  names: {
    correction: 'Correction',
    what: 'What',
    by: 'By when',
    actions: 'Actions',
    removes: 'Removes',
    found: 'Found?',
    method: 'Method',
  },
  choices: { '5-whys': '5 whys' },
  yes: 'Yes',
  no: 'No',
};

test('what was typed, under the names of its fields, however deep', () => {
  const draft = {
    correction: { what: 'Restore all.', by: '2026-0' },
    found: false,
    method: '5-whys',
    actions: [
      { label: 'A1', what: 'Name an owner.', removes: ['C1', 'C2'] },
      { what: 'Report.', removes: [] },
    ],
  };
  expect(draftLines(draft, naming)).toEqual([
    { label: 'Correction, What', text: 'Restore all.' },
    { label: 'Correction, By when', text: '2026-0' },
    { label: 'Found?', text: 'No' },
    { label: 'Method', text: '5 whys' },
    { label: 'Actions, A1, What', text: 'Name an owner.' },
    { label: 'Actions, A1, Removes', text: 'C1, C2' },
    { label: 'Actions, 2, What', text: 'Report.' },
  ]);
});

test('neither what was left blank nor what has no name', () => {
  expect(draftLines({ correction: { what: ' ' }, secret: 'x', by: undefined }, naming)).toEqual([]);
});
