import { addDays, daysBetween, earliest } from '../calendar/civil-date.ts';
import { addWorkingDays, workingDayFrom, workingDaysBetween } from '../calendar/working-days.ts';
import type { Counting, Policy } from '../policy/policy.ts';
import type { AnchorDates, DueDates, NonconformityGrade } from './anchor-dates.ts';
import { capFor } from './cap.ts';
import { capped, countedFrom, type DueDate, dueByRule, isBound, type NewStart } from './due-date.ts';
import { type Stage, stages } from './stage.ts';

export const forEachStage = <T>(of: (stage: Stage) => T): Readonly<Record<Stage, T>> => ({
  plan: of('plan'),
  correction: of('correction'),
  remediation: of('remediation'),
});

/** Due dates of all three stages with how each came about, none past the hard cap. */
export const explainedDueDates = (
  policy: Policy,
  grade: NonconformityGrade,
  anchors: AnchorDates,
  start?: { readonly on: string; readonly by: NewStart },
): Readonly<Record<Stage, DueDate>> =>
  forEachStage((stage) => capped(dueByRule(policy.due[grade][stage], policy, anchors, start), capFor(grade, anchors)));

/** Due dates of all three stages, none past the hard cap. */
export const dueDates = (policy: Policy, grade: NonconformityGrade, anchors: AnchorDates): DueDates => {
  const explained = explainedDueDates(policy, grade, anchors);
  return forEachStage((stage) => explained[stage].on);
};

/** `after` for the given stage and those that follow it; stages already passed keep the date they had. */
export const replaceFrom = (stage: Stage, before: DueDates, after: DueDates): DueDates =>
  forEachStage((each) => (stages.indexOf(each) < stages.indexOf(stage) ? before[each] : after[each]));

interface Pause {
  readonly from: string;
  readonly until: string;
}

/**
 * A due date after its clock stood still: as many days are left as before, working or calendar days as it counts them,
 * and what was overdue stays so by the same number of days.
 */
const resumed = (due: string, count: Counting | undefined, { from, until }: Pause, policy: Policy): string => {
  if (due < from || count !== 'working') return addDays(due, daysBetween(from, until));
  return addWorkingDays(until, workingDaysBetween(from, due, policy), policy);
};

/**
 * Due dates after an appeal: clocks of the given stage and of those after it stood still. A stage that is bound to the
 * next audit is not moved by it, for the audit is not.
 */
export const resumedFrom = (
  stage: Stage,
  due: DueDates,
  pause: Pause,
  policy: Policy,
  grade: NonconformityGrade,
  cap: string | undefined,
): DueDates =>
  replaceFrom(
    stage,
    due,
    forEachStage((each) => {
      const rule = policy.due[grade][each];
      if (isBound(rule) || pause.from === pause.until) return earliest(due[each], cap);
      const on = resumed(due[each], rule.count, pause, policy);
      return earliest(policy.moveToWorkingDay ? workingDayFrom(on, policy) : on, cap);
    }),
  );

/**
 * The day a certification body's review is due, for a submission that reached it on `day`: by the policy, not past the
 * hard cap, and not before that day.
 */
export const reviewDueOn = (day: string, policy: Policy, cap?: string): string => {
  const { on } = countedFrom(day, policy.review, 'submission', policy);
  const due = earliest(on, cap);
  return due < day ? day : due;
};

/** A review's due date after its clock stood still: as {@link resumedFrom}, and never more than a whole review is left. */
export const reviewDueAfterPause = (due: string, pause: Pause, policy: Policy, cap?: string): string => {
  if (pause.from === pause.until) return due;
  const on = resumed(due, policy.review.count, pause, policy);
  // A submission may reach the body while the clock stands still.
  return due < pause.from ? earliest(on, cap) : earliest(on, reviewDueOn(pause.until, policy, cap));
};
