import { ok, refuse } from '../../result.ts';
import { checkSubmission } from '../../submission/check.ts';
import { actionOwnersIn } from '../../submission/submission.ts';
import { hardCap } from '../cap.ts';
import { reviewDueOn } from '../clocks.ts';
import type { Decider } from '../decide.ts';
import type { AtStage } from '../state.ts';
import { transcribed } from './transcription.ts';

/** The way every stage runs: submit, validate, verify where the policy asks for it, accept or return. */

const reviewDueFor = ({ policy, grade, anchors }: AtStage, today: string): string =>
  reviewDueOn(today, policy, hardCap(grade, anchors));

export const submit: Decider<'submit'> = (finding, body, context, actor) => {
  if (body.stage !== finding.stage)
    return refuse({
      code: 'wrong-stage',
      message: `This finding is at stage ${finding.stage}; a ${body.stage} cannot be submitted now.`,
      field: 'stage',
    });
  if (context.submissionHash === undefined)
    return refuse({ code: 'submission-not-stored', message: 'A submission is stored before it is handed in.' });
  return ok({
    type: 'submitted',
    data: {
      stage: finding.stage,
      submission: {
        hash: context.submissionHash,
        by: actor.person,
        on: context.today,
        late: context.today > finding.due[finding.stage],
      },
      actionOwners: actionOwnersIn(body),
    },
  });
};

export const validate: Decider<'validate'> = (finding, _body, context) => {
  const { stage } = finding;
  if (!context.validating)
    return refuse({ code: 'submission-not-loaded', message: 'The submission to validate could not be found.' });
  if (stage === 'remediation' && !context.validating.acceptedPlan)
    return refuse({ code: 'plan-not-loaded', message: 'The accepted plan to compare with could not be found.' });
  const reasons = checkSubmission({ finding, today: finding.submission.on, ...context.validating });
  if (reasons.length > 0)
    return ok({ type: 'found-incomplete', data: { stage, on: context.today, reasons: [...reasons] } });
  const toReview = !finding.policy.verify.includes(stage);
  return ok({
    type: 'found-complete',
    data: { stage, ...(toReview && { reviewDue: reviewDueFor(finding, context.today) }) },
  });
};

export const verify: Decider<'verify'> = (finding, body, context, actor) => {
  const { stage } = finding;
  if (!body.confirmed) return ok({ type: 'not-confirmed', data: { stage, on: context.today, reason: body.statement } });
  return ok({
    type: 'confirmed',
    data: {
      stage,
      verification: { by: actor.person, on: context.today, statement: body.statement },
      reviewDue: reviewDueFor(finding, context.today),
    },
  });
};

export const accept: Decider<'accept'> = (finding, body, context, actor) => {
  const { transcription: given, ...decision } = body;
  const transcription = transcribed(given, finding, context, actor);
  if (!transcription.ok) return transcription;
  return ok({
    type: 'accepted',
    data: { ...decision, ...transcription.value, stage: finding.stage, on: context.today },
  });
};

export const returnSubmission: Decider<'return'> = (finding, body, context, actor) => {
  const { transcription: given, ...decision } = body;
  const transcription = transcribed(given, finding, context, actor);
  if (!transcription.ok) return transcription;
  return ok({
    type: 'returned',
    data: { ...decision, ...transcription.value, stage: finding.stage, on: context.today },
  });
};
