import { expect, test } from 'vitest';
import { askedFor, type FindingShown } from './command-forms.ts';
import { bodyOf, presetsOf } from './values.ts';

const shown = (grade: 'major' | 'minor', transcribes = false) =>
  ({ finding: { grade }, transcribes }) as Pick<FindingShown, 'finding' | 'transcribes'>;
const names = (...given: Parameters<typeof askedFor>) => askedFor(...given).map(({ name }) => name);

test('who transcribes is asked for the decision behind it, and nobody else', () => {
  expect(names('accept', shown('major', true))).toEqual([
    'transcription.decidedBy',
    'transcription.decidedOn',
    'transcription.document',
    'means',
    'comment',
  ]);
  expect(names('return', shown('major'))).toEqual(['codes', 'comment', 'means']);
  expect(names('withdraw', shown('major', true))).toEqual(['reason']);
});

test('a finding is regraded to the other grade, which needs no choosing', () => {
  expect(presetsOf(askedFor('regrade', shown('major')))).toEqual({ grade: 'minor' });
  expect(presetsOf(askedFor('regrade', shown('minor')))).toEqual({ grade: 'major' });
  expect(presetsOf(askedFor('reopen', shown('minor')))).toEqual({});
});

test('only a major can be regraded by an appeal', () => {
  const outcomes = (grade: 'major' | 'minor') =>
    askedFor('decideAppeal', shown(grade)).flatMap((each) => ('of' in each ? each.of : []));
  expect(outcomes('major')).toEqual(['upheld', 'regraded', 'withdrawn']);
  expect(outcomes('minor')).toEqual(['upheld', 'withdrawn']);
});

test('a body has its parts in their places, and nothing that was left blank', () => {
  const asked = askedFor('accept', shown('major', true));
  expect(bodyOf(asked, { 'transcription.decidedBy': ' Lena Fischer ', means: 'documents', comment: ' ' })).toEqual({
    transcription: { decidedBy: 'Lena Fischer' },
    means: 'documents',
  });
  expect(bodyOf(asked, {})).toEqual({ transcription: {} });
});

test('false is an answer', () => {
  expect(bodyOf(askedFor('verify', shown('major')), { confirmed: false })).toEqual({ confirmed: false });
});
