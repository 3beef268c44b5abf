import { describe, expect, test } from 'vitest';
import { aNonconformity, anOfi } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { completeSubmission } from '../../../test/builders/submissions.ts';
import { clockOf, closedOn, Finding, isOpen, stepOf } from './state.ts';

const withdrawn = () =>
  aNonconformity().must('withdraw', cast.leadAuditor).must('decideWithdrawal', cast.decisionMaker).finding();
const closedOfi = () =>
  anOfi().must('respond', cast.owner, { accepted: false, comment: 'No.' }).must('close', cast.ismsManager).finding();

describe('the date a finding waits for, and who must act', () => {
  test.each([
    ['plan.awaiting', { on: '2026-03-23', waitsFor: 'owner' }],
    ['plan.validating', undefined],
    ['plan.in-review', { on: '2026-03-24', waitsFor: 'reviewer' }],
    ['correction.awaiting', { on: '2026-04-08', waitsFor: 'owner' }],
    ['remediation.awaiting', { on: '2026-04-28', waitsFor: 'owner' }],
    ['remediation.verifying', { on: '2026-04-28', waitsFor: 'verifier' }],
    ['remediation.in-review', { on: '2026-03-24', waitsFor: 'reviewer' }],
    ['closed', undefined],
  ] as const)('%s', (step, clock) => {
    expect(clockOf(aNonconformity().reach(step).finding())).toEqual(clock);
  });
  test.each(['plan.awaiting', 'plan.validating', 'plan.in-review', 'remediation.verifying'] as const)(
    'an appeal at %s waits for its decision',
    (step) => {
      const finding = aNonconformity().reach(step).must('appeal', cast.owner).finding();
      expect(clockOf(finding)).toEqual({ on: '2026-03-25', waitsFor: 'appeal' });
    },
  );
  test('nothing is due of an OFI or of what was withdrawn', () => {
    expect(clockOf(anOfi().finding())).toBeUndefined();
    expect(clockOf(withdrawn())).toBeUndefined();
  });
});

describe('open or not', () => {
  test('every status but closed and withdrawn is open', () => {
    expect(isOpen(aNonconformity().reach('remediation.in-review').finding())).toBe(true);
    expect(isOpen(anOfi().must('respond', cast.owner).finding())).toBe(true);
    expect(isOpen(aNonconformity().reach('closed').finding())).toBe(false);
    expect(isOpen(closedOfi())).toBe(false);
    expect(isOpen(withdrawn())).toBe(false);
  });
  test('and since when', () => {
    expect(closedOn(aNonconformity().finding())).toBeUndefined();
    expect(closedOn(aNonconformity().on('2026-03-12').reach('closed').finding())).toBe('2026-03-12');
    expect(closedOn(withdrawn())).toBe('2026-03-10');
    expect(closedOn(closedOfi())).toBe('2026-03-10');
  });
});

test('the step is the stage and the status, or the status alone', () => {
  expect(stepOf(aNonconformity().reach('correction.in-review').finding())).toBe('correction.in-review');
  expect(stepOf(withdrawn())).toBe('withdrawn');
  expect(stepOf(anOfi().finding())).toBe('awaiting-response');
});

describe('the schema', () => {
  const life = aNonconformity()
    .handIn(completeSubmission('plan', { rootCause: undefined }))
    .must('requestExtension', cast.owner)
    .reach('remediation.in-review')
    .must('withdraw', cast.leadAuditor)
    .must('appeal', cast.owner);

  test.each(life.events)('knows the state after $seq, $type', ({ state }) => {
    expect(Finding.parse(state)).toEqual(state);
  });
  test('knows no field of another status', () => {
    const awaiting = aNonconformity().finding();
    expect(Finding.safeParse({ ...awaiting, reviewDue: '2026-03-24' }).success).toBe(false);
    expect(Finding.safeParse({ ...awaiting, closedOn: '2026-03-24' }).success).toBe(false);
    expect(Finding.safeParse({ ...awaiting, status: 'in-review' }).success).toBe(false);
    expect(Finding.safeParse({ ...anOfi().finding(), stage: 'plan' }).success).toBe(false);
  });
});
