import { expect, test } from 'vitest';
import { aNonconformity, type Life } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { headOf } from '../workflow/head.ts';
import { findingView, isOverdue } from './view.ts';

const overdue = (life: Life, today: string): readonly boolean[] => [
  findingView(life.finding(), cast.owner, life.audit, today).overdue,
  isOverdue(headOf(life.finding(), { clock: '2026-03-10', cap: '2026-03-10' }), today),
];

test.each([
  ['2026-03-23', false],
  ['2026-03-24', true],
])('a plan due on 2026-03-23 is overdue on %s: %s, alone and in lists', (today, expected) => {
  expect(overdue(aNonconformity(), today)).toEqual([expected, expected]);
});

test.each([
  ['handed in', () => aNonconformity().reach('plan.validating')],
  ['reviewed too slowly', () => aNonconformity().reach('plan.in-review')],
  ['waiting for the decision on an appeal', () => aNonconformity().must('appeal', cast.owner)],
  ['closed', () => aNonconformity().reach('closed')],
])('what is %s is not', (_what, life) => {
  expect(overdue(life(), '2027-01-01')).toEqual([false, false]);
});

test.each([
  ['the ISMS manager', cast.ismsManager, true],
  ['the lead auditor', cast.leadAuditor, false],
  ['the owner', cast.owner, false],
])('whether %s accepts only by copying the decision of the certification body', (_who, actor, expected) => {
  const life = aNonconformity().reach('plan.in-review');
  const view = findingView(life.finding(), actor, life.audit, '2026-03-24');
  expect(view.transcribes).toBe(expected);
  expect(view.today).toBe('2026-03-24');
});
