import type { FindingCommandName } from '#contracts/routes.ts';
import { createLife, issueBody, type Life } from '../builders/finding.ts';
import { cast } from '../builders/people.ts';
import { completeSubmission } from '../builders/submissions.ts';
import { elsewhere, otherContext, stepsContext } from './permission-people.ts';

/** Asked for at the second stage, and within what the policy grants. */
export const extension = { newDueDate: '2026-04-20', reason: 'Our platform team is on leave.' };

/** At the second stage, so that the accepted plan has made somebody an action owner. */
const begun = (id: string, step: Parameters<Life['reach']>[0] = 'correction.awaiting'): Life =>
  createLife({ id, audit: stepsContext })
    .must('issue', cast.leadAuditor, issueBody({ number: id }))
    .reach(step);
const ofi = (id: string): Life =>
  createLife({ id, audit: stepsContext }).must('issue', cast.leadAuditor, issueBody({ number: id, grade: 'ofi' }));

/** For each command the life of a finding on which it may be given now. */
export const steps: Readonly<Record<FindingCommandName, (id: string) => Life>> = {
  assign: begun,
  submit: begun,
  requestExtension: begun,
  appeal: begun,
  regrade: begun,
  refuseRegrade: (id) =>
    createLife({ id, audit: stepsContext })
      .must('issue', cast.leadAuditor, issueBody({ number: id, grade: 'minor' }))
      .reach('correction.awaiting'),
  withdraw: begun,
  verify: (id) => begun(id, 'remediation.verifying'),
  accept: (id) => begun(id, 'correction.in-review'),
  return: (id) => begun(id, 'correction.in-review'),
  decideExtension: (id) => begun(id).must('requestExtension', cast.owner, extension),
  decideWithdrawal: (id) => begun(id).must('withdraw', cast.leadAuditor),
  decideAppeal: (id) => begun(id).must('appeal', cast.owner),
  reopen: (id) => begun(id, 'closed'),
  respond: ofi,
  implement: (id) => ofi(id).must('respond', cast.owner),
  close: (id) => ofi(id).must('respond', cast.owner).must('implement', cast.owner),
};

/** A finding of another audit, with an owner and an action owner of its own. */
export const foreign = (): Life => {
  const plan = completeSubmission('plan');
  const responsible = elsewhere['action-owner'].person;
  const actions = plan.content.actions?.map((action) => ({ ...action, responsible }));
  return createLife({ id: 'foreign', audit: otherContext })
    .must('issue', elsewhere['lead-auditor'], issueBody({ number: 'foreign', owner: elsewhere.owner.person }))
    .handIn({ ...plan, content: { ...plan.content, actions } }, elsewhere.owner);
};
