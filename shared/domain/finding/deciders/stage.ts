import { ok, refuse } from '../../result.ts';
import { checkSubmission } from '../../submission/check.ts';
import { actionOwnersIn } from '../../submission/submission.ts';
import { reviewDueOn } from '../clocks.ts';
import type { CommandBody } from '../commands.ts';
import type { DecisionContext } from '../context.ts';
import type { Decider } from '../decide.ts';

/** The way every stage runs: submit, validate, verify where the policy asks for it, accept or return. */

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
    data: { stage, ...(toReview && { reviewDue: reviewDueOn(context.today, finding.policy) }) },
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
      reviewDue: reviewDueOn(context.today, finding.policy),
    },
  });
};

/**
 * The ISMS manager records a decision only by transcribing the certification body's document; a lead auditor decides
 * and has nothing to transcribe.
 */
const refusedTranscription = (
  body: CommandBody<'accept'> | CommandBody<'return'>,
  context: DecisionContext,
  role: string,
) => {
  if (role !== 'isms-manager')
    return body.transcription
      ? refuse({
          code: 'not-a-transcription',
          message: 'A lead auditor decides in person: leave transcription out.',
          field: 'transcription',
        })
      : undefined;
  if (!body.transcription)
    return refuse({
      code: 'transcription-missing',
      message: "Only the certification body decides. To record its decision, attach the body's document.",
      field: 'transcription',
    });
  if (body.transcription.decidedOn > context.today)
    return refuse({
      code: 'future-date',
      message: 'The decision cannot lie in the future.',
      field: 'transcription.decidedOn',
    });
  return context.documentRegistered
    ? undefined
    : refuse({
        code: 'evidence-missing',
        message: 'The document is not registered evidence of this finding. Upload and register it first.',
        field: 'transcription.document',
      });
};

export const accept: Decider<'accept'> = (finding, body, context, actor) =>
  refusedTranscription(body, context, actor.role) ??
  ok({ type: 'accepted', data: { ...body, stage: finding.stage, on: context.today } });

export const returnSubmission: Decider<'return'> = (finding, body, context, actor) =>
  refusedTranscription(body, context, actor.role) ??
  ok({ type: 'returned', data: { ...body, stage: finding.stage, on: context.today } });
