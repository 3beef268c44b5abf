import { describe, expect, test } from 'vitest';
import { type Reference, referenceOf, referenceText } from './reference.ts';

const anna = 'anna@example.org';
const references: readonly Reference[] = [
  { kind: 'finding', aggregate: 'nc-1', key: `due#plan#1#1#owner#2026-03-23#-7#${anna}` },
  { kind: 'audit', aggregate: '2026-stage-2', key: `file#f-1#held#${anna}` },
  { kind: 'digest', date: '2026-03-16', person: anna },
  { kind: 'link', id: 'l-1', on: { kind: 'finding', aggregate: 'nc-1' } },
  { kind: 'link', id: 'l-1', on: { kind: 'audit', aggregate: '2026-stage-2' } },
];

test.each(references)('$kind is read from its text as it was', (reference) => {
  expect(referenceOf(referenceText(reference))).toEqual(reference);
});

describe('what follows is left aside', () => {
  test.each(references.slice(2))('of $kind', (reference) => {
    expect(referenceOf(`${referenceText(reference)}#code#3`)).toEqual(reference);
  });
});

test.each([
  '',
  'finding',
  'finding#',
  'finding#nc-1',
  'digest#2026-03-16',
  'link#l-1',
  'link#l-1#code#3',
  'x#y#z',
  '##',
  'link#l-1#audit#',
])('is not ours: %j', (text) => {
  expect(referenceOf(text)).toBeUndefined();
});
