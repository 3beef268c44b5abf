import { describe, expect, test } from 'vitest';
import { aNonconformity, anOfi, type Life } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { awaitedFrom, rolesAwaited } from './work.ts';

/** Everybody of the cast from whom something is awaited, and what. */
const waitsFor = (life: Life) =>
  Object.fromEntries(
    Object.entries(cast).flatMap(([name, actor]) => {
      const commands = awaitedFrom(life.finding(), actor, life.audit);
      return commands.length > 0 ? [[name, commands]] : [];
    }),
  );

describe('a nonconformity waits', () => {
  test('for its owner, and not for who may stand in', () => {
    expect(waitsFor(aNonconformity())).toEqual({ owner: ['submit'] });
  });
  test('for those who carry out its actions too, once there is a plan', () => {
    expect(waitsFor(aNonconformity().reach('correction.awaiting'))).toEqual({
      owner: ['submit'],
      actionOwner: ['submit'],
    });
  });
  test('for the lead auditor, and not for the ISMS manager, who may transcribe', () => {
    expect(waitsFor(aNonconformity().reach('plan.in-review'))).toEqual({ leadAuditor: ['accept'] });
  });
  test('for the internal auditor', () => {
    expect(waitsFor(aNonconformity().reach('remediation.verifying'))).toEqual({ internalAuditor: ['verify'] });
  });
  test('for decisions that lie over it, besides', () => {
    const asked = aNonconformity().must('requestExtension', cast.owner).must('withdraw', cast.leadAuditor);
    expect(waitsFor(asked)).toEqual({
      owner: ['submit'],
      leadAuditor: ['decideExtension'],
      decisionMaker: ['decideWithdrawal'],
      secondDecisionMaker: ['decideWithdrawal'],
    });
  });
  test('for the decision on an appeal, and for nothing else meanwhile', () => {
    expect(waitsFor(aNonconformity().must('appeal', cast.owner))).toEqual({
      decisionMaker: ['decideAppeal'],
      secondDecisionMaker: ['decideAppeal'],
    });
  });
  test('for nobody while Redress looks at it, nor once it is closed', () => {
    expect(waitsFor(aNonconformity().reach('plan.validating'))).toEqual({});
    expect(waitsFor(aNonconformity().reach('closed'))).toEqual({});
  });
});

test('an opportunity for improvement waits for its owner, then to be closed', () => {
  expect(waitsFor(anOfi())).toEqual({ owner: ['respond'] });
  const answered = anOfi().must('respond', cast.owner);
  expect(waitsFor(answered)).toEqual({ owner: ['implement'] });
  expect(Object.keys(waitsFor(answered.must('implement', cast.owner))).toSorted()).toEqual([
    'ismsManager',
    'leadAuditor',
  ]);
});

test('nobody is waited for who only reads or administers', () => {
  expect([...rolesAwaited].toSorted()).toEqual([
    'action-owner',
    'decision-maker',
    'internal-auditor',
    'isms-manager',
    'lead-auditor',
    'owner',
  ]);
});
