import { addDays, daysBetween, earliest } from '../../calendar/civil-date.ts';
import { ok, type Refusal, refuse } from '../../result.ts';
import { type DueDates, withPresentAhead } from '../anchor-dates.ts';
import { hardCap } from '../cap.ts';
import { explainedDueDates, replaceFrom, resumedFrom, reviewDueAfterPause } from '../clocks.ts';
import type { CommandBody } from '../commands.ts';
import type { DecisionContext } from '../context.ts';
import type { Decider } from '../decide.ts';
import { type DueChange, dueChangesBetween } from '../due-changes.ts';
import { isBound, type NewStart } from '../due-date.ts';
import { capWords, dueWords } from '../due-words.ts';
import { extensionLimits } from '../extension.ts';
import { type Stage, stages } from '../stage.ts';
import type { AtStage, Nonconformity } from '../state.ts';

/** Commands that move a clock: extension, regrade, appeal, reopening. */

/** Why the stage cannot be extended to this date, by the policy's measure and the hard cap. */
const refusedDate = (finding: AtStage, newDueDate: string): Refusal | undefined => {
  const { due, daysEach, latest, cap } = extensionLimits(finding);
  const because = (code: string, message: string): Refusal => ({ code, message, field: 'newDueDate' });
  if (newDueDate <= due) return because('not-later', `Give a date after the due date ${due}.`);
  if (newDueDate > latest)
    return because('too-long', `An extension is at most ${daysEach} days: ${latest} at the latest.`);
  return cap !== undefined && newDueDate > cap.on
    ? because('hard-cap', `Nothing of this finding may be due after ${cap.on}, ${capWords(cap.reason)}.`)
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

/** Due dates with one stage extended; where the policy says so, those after it move by the same days. */
const extended = ({ stage, due, policy, grade, anchors }: AtStage, newDueDate: string): DueDates => {
  const by = daysBetween(due[stage], newDueDate);
  const after = { ...due, [stage]: newDueDate };
  if (!policy.extensions.movesLaterStages) return after;
  for (const later of stages.slice(stages.indexOf(stage) + 1))
    if (!isBound(policy.due[grade][later])) after[later] = earliest(addDays(due[later], by), hardCap(grade, anchors));
  return after;
};

export const decideExtension: Decider<'decideExtension'> = (finding, body) => {
  const { stage, extension, due } = finding;
  const { reason } = body;
  if (!body.granted) return ok({ type: 'extension-refused', data: { stage, reason } });
  const { newDueDate } = extension;
  // The clock may have moved since it was asked for: a regrade starts a new one, an appeal holds it.
  const refused = refusedDate(finding, newDueDate);
  if (refused) return refuse({ ...refused, field: 'granted' });
  const days = daysBetween(due[stage], newDueDate);
  const why = (each: Stage) => (each === stage ? `Extended by ${days} days.` : `Moved with the ${stage}.`);
  const dueChanges = dueChangesBetween(due, extended(finding, newDueDate), why);
  return ok({ type: 'extension-granted', data: { stage, reason, dueChanges } });
};

/** The changes to due dates, from a stage on, when a new clock starts today. */
const newClock = (
  { due, policy, anchors }: Nonconformity,
  { grade, stage, today, by }: { grade: 'major' | 'minor'; stage: Stage; today: string; by: NewStart },
): DueChange[] => {
  const fresh = explainedDueDates(policy, grade, anchors, { on: today, by });
  const dates = { plan: fresh.plan.on, correction: fresh.correction.on, remediation: fresh.remediation.on };
  return dueChangesBetween(due, replaceFrom(stage, due, dates), (each) => `New clock: ${dueWords(fresh[each])}.`);
};

export const regrade: Decider<'regrade'> = (finding, body, { today }) => {
  const { stage, grade } = finding;
  if (body.grade === grade)
    return refuse({ code: 'same-grade', message: `This finding is a ${grade} already.`, field: 'grade' });
  const dueChanges = newClock(finding, { grade: body.grade, stage, today, by: 'regrade' });
  return ok({ type: 'regraded', data: { from: grade, to: body.grade, reason: body.reason, dueChanges } });
};

export const appeal: Decider<'appeal'> = (finding, body, context) =>
  ok({
    type: 'appealed',
    data: { ...body, on: context.today, decideBy: addDays(context.today, finding.policy.appeal.decisionDays) },
  });

/** What an appeal leaves of the clocks that stood still, from the stage on. */
const afterPause = (finding: AtStage, since: string, today: string) => {
  const { policy, stage, grade, anchors, due } = finding;
  const pause = { from: since, until: today };
  const why = `Clocks stood still during the appeal, from ${since} to ${today}.`;
  const dueChanges = dueChangesBetween(
    due,
    resumedFrom(stage, due, pause, policy, grade, hardCap(grade, anchors)),
    () => why,
  );
  return { dueChanges, why, pause };
};

/** What an appeal against a finding of this grade may come to: only a major can be regraded by it. */
export const appealOutcomes = (grade: Nonconformity['grade']): readonly CommandBody<'decideAppeal'>['outcome'][] =>
  grade === 'minor' ? ['upheld', 'withdrawn'] : ['upheld', 'regraded', 'withdrawn'];

export const decideAppeal: Decider<'decideAppeal'> = (finding, body, context: DecisionContext) => {
  const { policy, stage, grade, anchors } = finding;
  const { today } = context;
  const { outcome } = body;
  if (!appealOutcomes(grade).includes(outcome))
    return refuse({
      code: 'same-grade',
      message: 'An appeal can only turn a major into a minor: uphold the finding or withdraw it.',
      field: 'outcome',
    });
  const since = policy.appeal.pausesClocks ? finding.appeal.on : today;
  const decided = { ...body, on: today, pausedDays: daysBetween(since, today) };
  if (outcome === 'withdrawn') return ok({ type: 'appeal-decided', data: { ...decided, grade, dueChanges: [] } });
  const graded = outcome === 'regraded' ? 'minor' : grade;
  const { dueChanges, why, pause } = afterPause(finding, since, today);
  const reviewDue =
    finding.status === 'in-review'
      ? { from: finding.reviewDue, to: reviewDueAfterPause(finding.reviewDue, pause, policy, hardCap(graded, anchors)) }
      : undefined;
  return ok({
    type: 'appeal-decided',
    data: {
      ...decided,
      grade: graded,
      dueChanges:
        outcome === 'regraded' ? newClock(finding, { grade: 'minor', stage, today, by: 'regrade' }) : dueChanges,
      ...(reviewDue && reviewDue.from !== reviewDue.to && { reviewChange: { ...reviewDue, why } }),
    },
  });
};

export const reopen: Decider<'reopen'> = (finding, body, { today, audit }) => {
  // While it was closed it followed nothing: the audit may have another next one, and a certificate, since.
  const anchors = audit.anchors ? withPresentAhead(finding.anchors, audit.anchors) : finding.anchors;
  const { grade } = finding;
  const dueChanges = newClock({ ...finding, anchors }, { grade, stage: 'plan', today, by: 'reopening' });
  return ok({ type: 'reopened', data: { ...body, on: today, anchors, dueChanges } });
};
