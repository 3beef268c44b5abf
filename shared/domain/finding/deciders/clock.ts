import { addDays, daysBetween } from '../../calendar/civil-date.ts';
import { ok, type Refusal, refuse } from '../../result.ts';
import { dueDatesFrom, hardCap, replaceFrom, reviewDueAfterPause, shiftFrom } from '../clocks.ts';
import type { Decider } from '../decide.ts';
import type { AtStage } from '../state.ts';

/** Commands that move a clock: extension, regrade, appeal, reopening. */

/** Why the stage cannot be extended to this date, by the policy's measure and the hard cap. */
const refusedDate = (finding: AtStage, newDueDate: string): Refusal | undefined => {
  const due = finding.due[finding.stage];
  const { daysEach } = finding.policy.extensions;
  const latest = addDays(due, daysEach);
  const cap = hardCap(finding.grade, finding.anchors);
  const because = (code: string, message: string): Refusal => ({ code, message, field: 'newDueDate' });
  if (newDueDate <= due) return because('not-later', `Give a date after the due date ${due}.`);
  if (newDueDate > latest)
    return because('too-long', `An extension is at most ${daysEach} days: ${latest} at the latest.`);
  return cap !== undefined && newDueDate > cap
    ? because('hard-cap', `Nothing of this finding may be due after ${cap}.`)
    : undefined;
};

export const requestExtension: Decider<'requestExtension'> = (finding, body, context) => {
  const { stage, due, policy, extensionsGranted } = finding;
  const { atMost } = policy.extensions;
  if (context.today >= due[stage])
    return refuse({
      code: 'too-late',
      message: `An extension is asked for before the due date, ${due[stage]}. Hand in what there is: it is taken late too.`,
    });
  if (extensionsGranted >= atMost)
    return refuse({ code: 'no-extensions-left', message: `The policy allows ${atMost} extensions; all are used.` });
  const refused = refusedDate(finding, body.newDueDate);
  return refused ? refuse(refused) : ok({ type: 'extension-requested', data: { stage, ...body } });
};

export const decideExtension: Decider<'decideExtension'> = (finding, body) => {
  const { stage, extension, due } = finding;
  const { reason } = body;
  if (!body.granted) return ok({ type: 'extension-refused', data: { stage, reason } });
  const { newDueDate } = extension;
  // The clock may have moved since it was asked for: a regrade starts a new one, an appeal holds it.
  const refused = refusedDate(finding, newDueDate);
  return refused
    ? refuse({ ...refused, field: 'granted' })
    : ok({ type: 'extension-granted', data: { stage, oldDueDate: due[stage], newDueDate, reason } });
};

export const regrade: Decider<'regrade'> = (finding, body, context) => {
  const { stage, grade, due, policy, anchors } = finding;
  if (body.grade === grade)
    return refuse({ code: 'same-grade', message: `This finding is a ${grade} already.`, field: 'grade' });
  const fresh = dueDatesFrom(context.today, policy, body.grade, anchors);
  return ok({
    type: 'regraded',
    data: { from: grade, to: body.grade, reason: body.reason, due: replaceFrom(stage, due, fresh) },
  });
};

export const appeal: Decider<'appeal'> = (finding, body, context) =>
  ok({
    type: 'appealed',
    data: { ...body, on: context.today, decideBy: addDays(context.today, finding.policy.appeal.decisionDays) },
  });

export const decideAppeal: Decider<'decideAppeal'> = (finding, body, context) => {
  const { policy, stage, grade, anchors, due } = finding;
  const { today } = context;
  if (body.outcome === 'regraded' && grade === 'minor')
    return refuse({
      code: 'same-grade',
      message: 'An appeal can only turn a major into a minor: uphold the finding or withdraw it.',
      field: 'outcome',
    });
  const since = policy.appeal.pausesClocks ? finding.appeal.on : today;
  const pausedDays = daysBetween(since, today);
  return ok({
    type: 'appeal-decided',
    data: {
      ...body,
      on: today,
      pausedDays,
      ...(body.outcome === 'regraded'
        ? { grade: 'minor', due: replaceFrom(stage, due, dueDatesFrom(today, policy, 'minor', anchors)) }
        : { grade, due: shiftFrom(stage, due, pausedDays, hardCap(grade, anchors)) }),
      ...(finding.status === 'in-review' && {
        reviewDue: reviewDueAfterPause(finding.reviewDue, since, today, policy),
      }),
    },
  });
};

export const reopen: Decider<'reopen'> = (finding, body, context) => {
  const due = dueDatesFrom(context.today, finding.policy, finding.grade, finding.anchors);
  return ok({ type: 'reopened', data: { ...body, on: context.today, due } });
};
