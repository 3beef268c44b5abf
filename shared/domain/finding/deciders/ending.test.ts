import { describe, expect, test } from 'vitest';
import { aNonconformity, anOfi, bodies, type Life } from '../../../../test/builders/finding.ts';
import { cast } from '../../../../test/builders/people.ts';

const codes = (answer: ReturnType<Life['give']>): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);
const statuses = (life: Life): readonly string[] => life.events.map((event) => event.state.status);

describe('a withdrawal', () => {
  test.each(['plan.awaiting', 'plan.validating', 'plan.in-review', 'remediation.verifying'] as const)(
    'at %s: proposed and confirmed',
    (step) => {
      const life = aNonconformity().reach(step).must('withdraw', cast.leadAuditor);
      const before = life.finding().status;
      expect(life.finding()).toMatchObject({
        withdrawal: { by: cast.leadAuditor.person, reason: bodies.withdraw.reason },
      });
      life.on('2026-03-12').must('decideWithdrawal', cast.decisionMaker);
      expect(before).not.toBe('withdrawn');
      expect(life.finding()).toMatchObject({ status: 'withdrawn', withdrawnOn: '2026-03-12', reason: 'I agree.' });
      for (const field of ['stage', 'submission', 'withdrawal']) expect(life.finding()).not.toHaveProperty(field);
    },
  );
  test('refused: the finding goes on where it stood', () => {
    const life = aNonconformity().reach('plan.in-review');
    const before = life.finding();
    life.must('withdraw', cast.leadAuditor);
    life.must('decideWithdrawal', cast.decisionMaker, { confirmed: false, reason: 'It was in scope.' });
    expect(life.finding()).toEqual({
      ...before,
      seq: before.seq + 2,
      taken: life.finding().taken,
      tookPart: [...before.tookPart, cast.decisionMaker.person],
    });
    expect(codes(life.give('withdraw', cast.leadAuditor))).toEqual([]);
  });
  test('holds nothing up while it waits', () => {
    const life = aNonconformity().must('withdraw', cast.leadAuditor).pass('plan');
    expect(life.finding()).toMatchObject({ stage: 'correction', withdrawal: {} });
  });
  test('is over for good', () => {
    const life = aNonconformity().must('withdraw', cast.leadAuditor).must('decideWithdrawal', cast.decisionMaker);
    for (const [name, actor] of [
      ['submit', cast.owner],
      ['reopen', cast.leadAuditor],
      ['appeal', cast.owner],
      ['assign', cast.ismsManager],
    ] as const)
      expect(codes(life.give(name, actor))).toEqual(['wrong-state']);
  });
});

describe('an opportunity for improvement', () => {
  test('accepted, implemented, closed', () => {
    const life = anOfi()
      .on('2026-03-11')
      .must('respond', cast.owner)
      .on('2026-05-04')
      .must('implement', cast.owner)
      .on('2026-05-05')
      .must('close', cast.ismsManager, { comment: 'Thank you.' });
    expect(statuses(life)).toEqual(['awaiting-response', 'response-accepted', 'implemented', 'closed']);
    expect(life.finding()).toMatchObject({
      response: { by: cast.owner.person, on: '2026-03-11', comment: bodies.respond.comment },
      implementation: { by: cast.owner.person, on: '2026-05-04', comment: bodies.implement.comment },
      closedOn: '2026-05-05',
    });
  });
  test('declined with a reason, closed', () => {
    const life = anOfi()
      .must('respond', cast.ismsManager, { accepted: false, comment: 'Not worth the cost.' })
      .must('close', cast.leadAuditor);
    expect(statuses(life)).toEqual(['awaiting-response', 'response-declined', 'closed']);
    expect(life.finding()).toMatchObject({ response: { comment: 'Not worth the cost.' } });
    expect(life.finding()).not.toHaveProperty('implementation');
  });
  test.each([
    ['implement', cast.owner],
    ['close', cast.ismsManager],
    ['submit', cast.owner],
    ['withdraw', cast.leadAuditor],
    ['regrade', cast.leadAuditor],
    ['appeal', cast.owner],
    ['requestExtension', cast.owner],
  ] as const)('does not %s while it waits for a response', (name, actor) => {
    expect(codes(anOfi().give(name, actor))).toEqual(['wrong-state']);
  });
  test('declined, it is not implemented; accepted, it is not closed before', () => {
    const declined = anOfi().must('respond', cast.owner, { accepted: false, comment: 'No.' });
    expect(codes(declined.give('implement', cast.owner))).toEqual(['wrong-state']);
    expect(codes(anOfi().must('respond', cast.owner).give('close', cast.ismsManager))).toEqual(['wrong-state']);
  });
  test('goes to another owner while it is open', () => {
    const life = anOfi().must('assign', cast.ismsManager);
    expect(codes(life.give('respond', cast.owner))).toEqual(['wrong-person']);
    expect(codes(life.give('respond', cast.observer))).toEqual([]);
  });
});

describe('a fault', () => {
  test.each([
    ['at a stage', () => aNonconformity().reach('plan.in-review')],
    ['of a closed finding', () => aNonconformity().reach('closed')],
    ['of an OFI', () => anOfi()],
  ])('%s is on the record and moves nothing', (_where, create) => {
    const life = create();
    const before = life.finding();
    life.must('recordFault', cast.system);
    expect(life.events.at(-1)).toMatchObject({ type: 'fault-recorded', data: bodies.recordFault });
    expect(life.finding()).toEqual({ ...before, seq: before.seq + 1, taken: life.finding().taken });
  });
  test('is recorded by Redress alone', () => {
    expect(codes(aNonconformity().give('recordFault', cast.administrator))).toEqual(['wrong-person']);
  });
});
