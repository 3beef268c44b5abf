import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '#domain/policy/built-in/default.ts';
import { aNonconformity, bodies, type Life } from '../../../../test/builders/finding.ts';
import { cast } from '../../../../test/builders/people.ts';
import { completeSubmission } from '../../../../test/builders/submissions.ts';
import { stepOf } from '../state.ts';

const steps = (life: Life): readonly string[] => life.events.map((event) => stepOf(event.state));
const codes = (answer: ReturnType<Life['give']>): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

describe('the straight path', () => {
  const life = aNonconformity().pass('plan').pass('correction').pass('remediation');

  test('leads through the three stages to Closed', () => {
    expect(steps(life)).toEqual([
      'plan.awaiting',
      'plan.validating',
      'plan.in-review',
      'correction.awaiting',
      'correction.validating',
      'correction.in-review',
      'remediation.awaiting',
      'remediation.validating',
      'remediation.verifying',
      'remediation.in-review',
      'closed',
    ]);
  });
  test('keeps every round', () => {
    expect(life.finding()).toMatchObject({
      status: 'closed',
      closedOn: '2026-03-10',
      cycle: 1,
      rounds: (['plan', 'correction', 'remediation'] as const).map((stage, i) => ({
        cycle: 1,
        stage,
        round: 1,
        outcome: 'accepted',
        on: '2026-03-10',
        by: cast.leadAuditor.person,
        submission: { hash: `hash-${i + 1}`, by: cast.owner.person, on: '2026-03-10', late: false },
      })),
    });
  });
  test('leaves nothing of a stage behind', () => {
    for (const field of ['stage', 'round', 'submission', 'reviewDue', 'verification'])
      expect(life.finding()).not.toHaveProperty(field);
  });
});

describe('verification', () => {
  test('is asked for where the policy says so', () => {
    const everywhere = { ...defaultPolicy, verify: ['plan', 'correction', 'remediation'] as const };
    const life = aNonconformity('major', { policy: { ...everywhere, verify: [...everywhere.verify] } });
    expect(stepOf(life.handIn(completeSubmission('plan')).finding())).toBe('plan.verifying');
    const nowhere = aNonconformity('major', { policy: { ...defaultPolicy, verify: [] } });
    expect(steps(nowhere.pass('plan').pass('correction').pass('remediation'))).not.toContain('remediation.verifying');
  });
  test('goes with the submission to the review, with who said what', () => {
    const life = aNonconformity().reach('remediation.in-review');
    expect(life.finding()).toMatchObject({
      verification: { by: cast.internalAuditor.person, on: '2026-03-10', statement: bodies.verify.statement },
      reviewDue: '2026-03-24',
    });
  });
  test('not confirmed: back, with the round kept', () => {
    const life = aNonconformity()
      .reach('remediation.verifying')
      .must('verify', cast.internalAuditor, { confirmed: false, statement: 'The log shows four systems.' });
    expect(life.finding()).toMatchObject({ status: 'awaiting', stage: 'remediation', round: 2 });
    expect(life.finding()).toHaveProperty('rounds.2.outcome', 'not-confirmed');
    expect(life.finding()).not.toHaveProperty('verification');
  });
});

describe('rounds', () => {
  const life = aNonconformity()
    .handIn(completeSubmission('plan', { rootCause: undefined }))
    .on('2026-03-12')
    .handIn(completeSubmission('plan'))
    .on('2026-03-16')
    .must('return', cast.leadAuditor)
    .on('2026-03-18')
    .handIn(completeSubmission('plan'), cast.actionOwner)
    .on('2026-03-19')
    .must('accept', cast.leadAuditor);

  test('each begins where the one before came back, and earlier ones are kept', () => {
    expect(life.finding()).toMatchObject({
      stage: 'correction',
      round: 1,
      rounds: [
        { round: 1, outcome: 'incomplete', on: '2026-03-10', by: 'system', submission: { on: '2026-03-10' } },
        { round: 2, outcome: 'returned', on: '2026-03-16', by: cast.leadAuditor.person },
        { round: 3, outcome: 'accepted', on: '2026-03-19', submission: { by: cast.actionOwner.person } },
      ],
    });
  });
  test('an incomplete submission comes back with every reason', () => {
    const incomplete = aNonconformity().handIn(
      completeSubmission('plan', { rootCause: undefined, approvedBy: undefined, riskAndImpact: undefined }),
    );
    const [, , event] = incomplete.events;
    expect(event).toMatchObject({ type: 'found-incomplete', data: { stage: 'plan', on: '2026-03-10' } });
    expect(event?.type === 'found-incomplete' && event.data.reasons.map(({ field }) => field)).toEqual([
      'rootCause',
      'riskAndImpact',
      'approvedBy',
      'actions[0].removes',
      'actions[1].removes',
      'actions[1].removes',
    ]);
  });
  test('a new cycle begins at the plan with round 1, and keeps the earlier cycle', () => {
    const again = aNonconformity().reach('closed').on('2026-09-01').must('reopen', cast.leadAuditor).pass('plan');
    expect(again.finding()).toMatchObject({ status: 'awaiting', stage: 'correction', cycle: 2, round: 1 });
    expect(again.finding()).toHaveProperty('rounds.length', 4);
    expect(again.finding()).toHaveProperty('rounds.3.cycle', 2);
  });
});

describe('handing in', () => {
  test.each([
    ['2026-03-23', false],
    ['2026-03-24', true],
  ])('on %s late: %s, and accepted all the same', (day, late) => {
    const life = aNonconformity().on(day).handIn(completeSubmission('plan'));
    expect(life.finding()).toMatchObject({ status: 'in-review', submission: { on: day, late } });
    expect(life.must('accept', cast.leadAuditor).finding()).toHaveProperty('rounds.0.submission.late', late);
  });
  test.each(['correction', 'remediation'] as const)('a %s at the plan is refused', (stage) => {
    const answer = aNonconformity().give('submit', cast.owner, completeSubmission(stage));
    expect(answer).toMatchObject({ ok: false, refusals: [{ code: 'wrong-stage', field: 'stage' }] });
  });
  test('the action owners are those the plan names', () => {
    expect(aNonconformity().reach('plan.validating').finding()).toMatchObject({
      actionOwners: [cast.actionOwner.person],
    });
  });
  test('who does an action in the end joins them', () => {
    const actions = [{ label: 'A1', doneBy: cast.observer.person }];
    const life = aNonconformity()
      .reach('remediation.awaiting')
      .must('submit', cast.owner, completeSubmission('remediation', { actions }));
    expect(life.finding()).toMatchObject({ actionOwners: [cast.actionOwner.person, cast.observer.person] });
  });
  test('what is not stored is not handed in', () => {
    const answer = aNonconformity().give('submit', cast.owner, bodies.submit, { submissionHash: undefined });
    expect(codes(answer)).toEqual(['submission-not-stored']);
  });
  test('a pending request for an extension falls away', () => {
    const life = aNonconformity().must('requestExtension', cast.owner).must('submit', cast.owner);
    expect(life.finding()).not.toHaveProperty('extension');
  });
});

describe('validating', () => {
  test('needs the submission', () => {
    const life = aNonconformity().reach('plan.validating');
    expect(codes(life.give('validate', cast.system, {}, { validating: undefined }))).toEqual(['submission-not-loaded']);
  });
  test('of a remediation needs the accepted plan', () => {
    const life = aNonconformity().reach('remediation.validating');
    const validating = { submission: completeSubmission('remediation'), evidence: [], acceptedPlan: undefined };
    expect(codes(life.give('validate', cast.system, {}, { validating }))).toEqual(['plan-not-loaded']);
  });
  test('on a later day judges by the day of the submission, and the review counts from that later day', () => {
    const life = aNonconformity()
      .reach('correction.awaiting')
      .on('2026-03-20')
      .must('submit', cast.owner, completeSubmission('correction', { correctedOn: '2026-03-21' }))
      .on('2026-03-23')
      .must('validate', cast.system);
    expect(life.events.at(-1)).toMatchObject({ data: { reasons: [{ code: 'future-date', field: 'correctedOn' }] } });
    const complete = aNonconformity().reach('plan.validating').on('2026-03-16').must('validate', cast.system);
    expect(complete.finding()).toMatchObject({ status: 'in-review', reviewDue: '2026-03-30' });
  });
});
