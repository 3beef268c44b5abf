import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#domain/people/person.ts';
import { auditContextOf, stage2 } from '../../../test/builders/audit.ts';
import { aNonconformity, anOfi, bodies, createLife, issueBody, type Life } from '../../../test/builders/finding.ts';
import { alsoHolding, cast } from '../../../test/builders/people.ts';
import { completeSubmission } from '../../../test/builders/submissions.ts';
import type { CommandName } from './commands.ts';
import { offered } from './decide.ts';
import { rolesOn } from './duties.ts';

/** The codes with which a command is refused, and that it is not offered either; none when it is taken. */
const refusal = (life: Life, name: CommandName, actor: Actor, body = bodies[name]): readonly string[] => {
  const isOffered = offered(life.finding(), actor, life.audit).includes(name);
  const events = life.events.length;
  const answer = life.give(name, actor, body);
  expect(isOffered).toBe(answer.ok);
  expect(life.events.length).toBe(answer.ok ? events + 1 : events);
  return answer.ok ? [] : answer.refusals.map(({ code }) => code);
};

describe('roles on a finding', () => {
  const life = aNonconformity().reach('plan.validating');
  const roles = (actor: Actor): readonly Role[] => rolesOn(actor, life.finding(), stage2.team);

  test('the owner and the action owners follow from the finding', () => {
    expect(roles(cast.owner)).toEqual(['owner']);
    expect(roles(cast.actionOwner)).toEqual(['action-owner']);
    expect(roles(cast.ismsManager)).toEqual(['isms-manager']);
    expect(roles(cast.stranger)).toEqual([]);
  });
  test('a lead auditor is one only for the audits that person leads', () => {
    expect(roles(cast.leadAuditor)).toEqual(['lead-auditor']);
    expect(roles(cast.otherLeadAuditor)).toEqual([]);
  });
  test('a lead auditor whose role was taken away is none any more', () => {
    expect(roles({ ...cast.leadAuditor, roles: [] })).toEqual([]);
  });
  test('an auditor of the team is one, without a role in the directory', () => {
    expect(roles(cast.auditor)).toEqual(['auditor']);
  });
  test('nobody is an owner of everything', () => {
    expect(roles(alsoHolding(cast.stranger, 'owner', 'action-owner', 'auditor', 'lead-auditor'))).toEqual([]);
  });
  test('before the issue there is no owner', () => {
    expect(rolesOn(cast.owner, undefined, stage2.team)).toEqual([]);
  });
});

describe('an auditor writes no cause and no plan', () => {
  test.each([cast.leadAuditor, cast.auditor])('not even with a role of the organization: $person', (auditor) => {
    const both = alsoHolding(auditor, 'isms-manager');
    expect(refusal(aNonconformity(), 'submit', both)).toEqual(['auditor-writes-no-plan']);
    expect(refusal(anOfi(), 'respond', both)).toEqual(['auditor-writes-no-plan']);
  });
  test('nor evidence of correction or remediation', () => {
    const both = alsoHolding(cast.auditor, 'isms-manager');
    for (const stage of ['correction', 'remediation'] as const) {
      const life = aNonconformity().reach(`${stage}.awaiting`);
      expect(refusal(life, 'submit', both, completeSubmission(stage))).toEqual(['auditor-writes-no-plan']);
    }
  });
  test('an auditor cannot be made the owner, at issue or later', () => {
    const atIssue = createLife().give('issue', cast.leadAuditor, issueBody({ owner: cast.auditor.person }));
    expect(atIssue).toMatchObject({ ok: false, refusals: [{ code: 'owner-on-team', field: 'owner' }] });
    const later = aNonconformity().give('assign', cast.ismsManager, { owner: cast.leadAuditor.person });
    expect(later).toMatchObject({ ok: false, refusals: [{ code: 'owner-on-team', field: 'owner' }] });
  });
});

describe('who submitted does not verify or accept', () => {
  const both = alsoHolding(cast.ismsManager, 'internal-auditor');
  const verifying = (by: Actor) =>
    aNonconformity().reach('remediation.awaiting').handIn(completeSubmission('remediation'), by);

  test('not verify', () => {
    expect(refusal(verifying(both), 'verify', both)).toEqual(['own-work']);
    expect(refusal(verifying(cast.owner), 'verify', both)).toEqual([]);
  });
  test.each(['accept', 'return'] as const)('not %s, not even by transcription', (name) => {
    const transcription = { decidedBy: 'Lena', decidedOn: '2026-03-10', document: 'decision-2026-03' };
    const body = { ...bodies[name], transcription };
    // The ISMS manager who handed the stage in does not transcribe what the body said of it.
    const own = aNonconformity().handIn(completeSubmission('plan'), cast.ismsManager);
    expect(refusal(own, name, cast.ismsManager, body)).toEqual(['own-work']);
    const others = aNonconformity().handIn(completeSubmission('plan'), cast.owner);
    expect(refusal(others, name, cast.ismsManager, body)).toEqual([]);
  });
  test('who submitted an earlier round may', () => {
    const life = aNonconformity()
      .handIn(completeSubmission('plan'), cast.ismsManager)
      .must('return', cast.leadAuditor)
      .handIn(completeSubmission('plan'), cast.owner);
    const transcription = { decidedBy: 'Lena', decidedOn: '2026-03-10', document: 'decision-2026-03' };
    expect(refusal(life, 'accept', cast.ismsManager, { means: 'documents', transcription })).toEqual([]);
  });
});

describe('who carried out an action does not verify it', () => {
  const verifying = () => aNonconformity().reach('remediation.verifying');

  test('nor who was to carry out the correction', () => {
    const plan = completeSubmission('plan');
    const correction = { what: 'Restore one.', who: cast.internalAuditor.person, by: '2026-03-31' };
    const life = aNonconformity()
      .handIn({ ...plan, content: { ...plan.content, correction } })
      .must('accept', cast.leadAuditor)
      .reach('remediation.awaiting')
      .handIn(completeSubmission('remediation'));
    expect(refusal(life, 'verify', cast.internalAuditor)).toEqual(['own-work']);
  });
  test('by the plan', () => {
    expect(refusal(verifying(), 'verify', alsoHolding(cast.actionOwner, 'internal-auditor'))).toEqual(['own-work']);
  });
  test('nor who did it in the end', () => {
    const remediation = completeSubmission('remediation');
    const actions = remediation.content.actions?.map((action) => ({
      ...action,
      doneBy: cast.internalAuditor.person,
    }));
    const life = aNonconformity()
      .reach('remediation.awaiting')
      .handIn({ ...remediation, content: { ...remediation.content, actions } });
    expect(refusal(life, 'verify', cast.internalAuditor)).toEqual(['own-work']);
  });
  test('somebody else does', () => {
    expect(refusal(verifying(), 'verify', cast.internalAuditor)).toEqual([]);
  });
  test('who was named in a plan that was returned carried nothing out', () => {
    const plan = completeSubmission('plan');
    const named = plan.content.actions?.map((action) => ({ ...action, responsible: cast.internalAuditor.person }));
    const life = aNonconformity()
      .handIn({ ...plan, content: { ...plan.content, actions: named } })
      .must('return', cast.leadAuditor)
      .reach('remediation.verifying');
    expect(refusal(life, 'verify', cast.internalAuditor)).toEqual([]);
  });
});

describe('a withdrawal takes a second person of the certification body', () => {
  const proposed = () => aNonconformity().must('withdraw', cast.leadAuditor);

  test('who proposed it does not confirm it, with whatever role', () => {
    const both = alsoHolding(cast.leadAuditor, 'decision-maker');
    expect(refusal(proposed(), 'decideWithdrawal', both)).toEqual(['decision-maker-on-team']);
    // The team was changed since.
    const audit = auditContextOf({ ...stage2, team: [{ person: cast.otherLeadAuditor.person, role: 'lead-auditor' }] });
    const finding = proposed().finding();
    expect(offered(finding, both, audit)).not.toContain('decideWithdrawal');
    expect(proposed().give('decideWithdrawal', both, bodies.decideWithdrawal, { audit })).toMatchObject({
      ok: false,
      refusals: [{ code: 'own-work' }],
    });
  });
  test('a decision-maker who was on the team does not', () => {
    const both = alsoHolding(cast.auditor, 'decision-maker');
    expect(refusal(proposed(), 'decideWithdrawal', both)).toEqual(['decision-maker-on-team']);
  });
  test('a decision-maker does', () => {
    expect(refusal(proposed(), 'decideWithdrawal', cast.decisionMaker)).toEqual([]);
  });
});

describe('who decides an appeal took no part before', () => {
  const appealed = () => aNonconformity().reach('correction.awaiting').must('appeal', cast.owner);

  test.each([
    ['the team', cast.auditor],
    ['the lead auditor', cast.leadAuditor],
    ['who appealed', cast.owner],
    ['an action owner who gave no command', cast.actionOwner],
  ])('not %s', (_who, actor) => {
    expect(refusal(appealed(), 'decideAppeal', alsoHolding(actor, 'decision-maker'))).toEqual(['took-part']);
  });
  test('not an owner who gave no command yet', () => {
    const life = aNonconformity().must('appeal', cast.ismsManager);
    expect(refusal(life, 'decideAppeal', alsoHolding(cast.owner, 'decision-maker'))).toEqual(['took-part']);
  });
  test('not who decided on a withdrawal of it', () => {
    const life = aNonconformity()
      .must('withdraw', cast.leadAuditor)
      .must('decideWithdrawal', cast.decisionMaker, { confirmed: false, reason: 'It was in scope.' })
      .must('appeal', cast.owner);
    expect(refusal(life, 'decideAppeal', cast.decisionMaker)).toEqual(['took-part']);
    expect(refusal(life, 'decideAppeal', cast.secondDecisionMaker)).toEqual([]);
  });
  test('not who decided an earlier one', () => {
    const life = appealed().must('decideAppeal', cast.decisionMaker).must('appeal', cast.owner);
    expect(refusal(life, 'decideAppeal', cast.decisionMaker)).toEqual(['took-part']);
  });
  test('Redress itself takes no part', () => {
    expect(appealed().finding().tookPart).not.toContain(cast.system.person);
  });
});

describe('who asked for an extension does not decide on it', () => {
  test('even when that person leads the audit', () => {
    const both = alsoHolding(cast.leadAuditor, 'isms-manager');
    const life = aNonconformity().must('requestExtension', both);
    expect(refusal(life, 'decideExtension', both)).toEqual(['own-work']);
  });
});

describe('a foreign person', () => {
  const steps: readonly (readonly [CommandName, () => Life])[] = [
    ['submit', () => aNonconformity()],
    ['verify', () => aNonconformity().reach('remediation.verifying')],
    ['accept', () => aNonconformity().reach('plan.in-review')],
    ['return', () => aNonconformity().reach('plan.in-review')],
    ['regrade', () => aNonconformity()],
    ['withdraw', () => aNonconformity()],
    ['decideExtension', () => aNonconformity().must('requestExtension', cast.owner)],
    ['reopen', () => aNonconformity().reach('closed')],
    ['respond', () => anOfi()],
  ];
  test.each(steps)('may not %s', (name, life) => {
    expect(refusal(life(), name, cast.stranger)).toEqual(['wrong-person']);
    expect(refusal(life(), name, cast.otherLeadAuditor)).toEqual(['wrong-person']);
    expect(refusal(life(), name, cast.topManagement)).toEqual(['wrong-person']);
  });
});
