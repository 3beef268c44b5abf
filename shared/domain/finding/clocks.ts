import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  earliest,
  workingDaysBetween,
} from '../calendar/civil-date.ts';
import type { ClockRule, Policy } from '../policy/policy.ts';
import { type Stage, stages } from './stage.ts';

/** The dates of an audit that clocks are counted from. All are civil dates in the organization's time zone. */
export interface AnchorDates {
  readonly reportReceived: string;
  readonly closeOfAudit: string;
  readonly nextAudit?: string | undefined;
  /** Last day of a stage 2 audit; absent for other kinds. */
  readonly stage2LastDay?: string | undefined;
  readonly certificateExpires?: string | undefined;
}

export type NonconformityGrade = 'major' | 'minor';
export type DueDates = Readonly<Record<Stage, string>>;

/**
 * The date nothing of this finding may be due after: for a major of a stage 2 audit, six months from its last day
 * (ISO/IEC 17021-1, 9.5.3.2); for all, the day the certificate expires. `undefined` when neither applies.
 */
export const hardCap = (grade: NonconformityGrade, anchors: AnchorDates): string | undefined => {
  const caps = [
    grade === 'major' && anchors.stage2LastDay !== undefined ? addMonths(anchors.stage2LastDay, 6) : undefined,
    anchors.certificateExpires,
  ].filter((date) => date !== undefined);
  const [first, ...rest] = caps;
  return first === undefined ? undefined : earliest(first, ...rest);
};

const dueBy = (rule: ClockRule, anchors: AnchorDates): string => {
  const anchor = rule.from === 'report-received' ? anchors.reportReceived : anchors.closeOfAudit;
  if ('days' in rule) return addDays(anchor, rule.days);
  return anchors.nextAudit ?? addMonths(anchor, rule.fallbackMonths);
};

const forEachStage = (dateOf: (stage: Stage) => string): DueDates => ({
  plan: dateOf('plan'),
  correction: dateOf('correction'),
  remediation: dateOf('remediation'),
});

/** Due dates of all three stages, each capped by {@link hardCap}. */
export const dueDates = (policy: Policy, grade: NonconformityGrade, anchors: AnchorDates): DueDates =>
  forEachStage((stage) => earliest(dueBy(policy.due[grade][stage], anchors), hardCap(grade, anchors)));

/**
 * A new clock from `day`: every anchor of the audit is replaced by it, and a next audit that has begun is none any more.
 * For a regrade and for a new cycle. A cap that has passed still holds: such a finding is overdue from its first day.
 */
export const dueDatesFrom = (
  day: string,
  policy: Policy,
  grade: NonconformityGrade,
  anchors: AnchorDates,
): DueDates => {
  const nextAudit = anchors.nextAudit !== undefined && anchors.nextAudit > day ? anchors.nextAudit : undefined;
  return dueDates(policy, grade, { ...anchors, reportReceived: day, closeOfAudit: day, nextAudit });
};

/** `after` for the given stage and those that follow it; stages already passed keep the date they had. */
export const replaceFrom = (stage: Stage, before: DueDates, after: DueDates): DueDates =>
  forEachStage((each) => (stages.indexOf(each) < stages.indexOf(stage) ? before[each] : after[each]));

/** Moves the given stage and those that follow it by `days`, for clocks that stood still, and never past `cap`. */
export const shiftFrom = (stage: Stage, due: DueDates, days: number, cap?: string): DueDates =>
  replaceFrom(
    stage,
    due,
    forEachStage((each) => earliest(addDays(due[each], days), cap)),
  );

/** The day a certification body's review is due, for a submission that reached it on `day`. */
export const reviewDueOn = (day: string, policy: Policy): string =>
  addWorkingDays(day, policy.reviewWorkingDays, policy.closedOn);

/**
 * A review's due date after its clock stood still from one day to another: as many working days are left as before, and
 * a review that was overdue stays so by the same number of days.
 */
export const reviewDueAfterPause = (due: string, from: string, until: string, policy: Policy): string => {
  if (due < from) return addDays(due, daysBetween(from, until));
  // A submission may reach the body while the clock stands still: then no more is left than the whole.
  const left = Math.min(workingDaysBetween(from, due, policy.closedOn), policy.reviewWorkingDays);
  return addWorkingDays(until, left, policy.closedOn);
};
