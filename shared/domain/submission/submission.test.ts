import { describe, expect, test } from 'vitest';
import { completeSubmission, evidenceRef } from '../../../test/builders/submissions.ts';
import { actionOwnersIn, Submission } from './submission.ts';

describe('the schema', () => {
  test.each(['plan', 'correction', 'remediation'] as const)('takes a complete %s', (stage) => {
    const submission = completeSubmission(stage);
    expect(Submission.parse(submission)).toEqual(submission);
  });
  test.each(['plan', 'correction', 'remediation'] as const)('takes an empty %s: it is told what it lacks', (stage) => {
    expect(Submission.safeParse({ stage, content: {} }).success).toBe(true);
  });
  test.each([
    ['a field that does not exist', { stage: 'plan', content: { cause: 'x' } }],
    ['a content of another stage', { stage: 'plan', content: { proof: 'x' } }],
    ['another stage', { stage: 'closing', content: {} }],
    ['a date that does not exist', { stage: 'correction', content: { correctedOn: '2026-02-30' } }],
    ['a text that is empty', { stage: 'correction', content: { proof: '  ' } }],
    ['a short name with spaces', { stage: 'remediation', content: { actions: [{ label: 'A 1' }] } }],
    [
      'a hash in capitals',
      { stage: 'correction', content: { evidence: [{ ...evidenceRef, sha256: 'A'.repeat(64) }] } },
    ],
    ['a person without an address', { stage: 'plan', content: { approvedBy: 'Irma' } }],
  ])('refuses %s', (_what, value) => {
    expect(Submission.safeParse(value).success).toBe(false);
  });
});

describe('who carries out actions', () => {
  test('by a plan: the correction and every action, once each, in order', () => {
    const action = { label: 'A1', what: 'x', responsible: 'zoe@example.org' };
    const plan = completeSubmission('plan', {
      correction: { what: 'x', who: 'ben@example.org', by: '2026-03-20' },
      actions: [action, { ...action, label: 'A2' }, { label: 'A3', what: 'x' }],
    });
    expect(actionOwnersIn(plan)).toEqual(['ben@example.org', 'zoe@example.org']);
  });
  test('by a remediation: who did them', () => {
    const actions = [{ label: 'A1', doneBy: 'zoe@example.org' }, { label: 'A2' }];
    expect(actionOwnersIn(completeSubmission('remediation', { actions }))).toEqual(['zoe@example.org']);
  });
  test('a correction names nobody', () => {
    expect(actionOwnersIn(completeSubmission('correction'))).toEqual([]);
  });
});
