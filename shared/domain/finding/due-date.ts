import { addDays, addMonths } from '../calendar/civil-date.ts';
import { addWorkingDays, closedBetween, workingDayFrom } from '../calendar/working-days.ts';
import type { AnchorName, ClockRule, Counting, Policy } from '../policy/policy.ts';
import { knowsHolidays } from '../policy/resolved.ts';
import { type AnchorDates, anchorDate } from './anchor-dates.ts';
import type { Cap, CapReason } from './cap.ts';

/** Why a clock starts anew: every anchor of the audit is replaced by that day. */
export type NewStart = 'regrade' | 'reopening';
export type Origin = AnchorName | NewStart | 'submission';

/** One step on the way from an anchor to a due date, as it was taken. */
export type DueStep =
  | {
      readonly step: 'counted';
      readonly days: number;
      readonly count: Counting;
      readonly from: Origin;
      readonly since: string;
    }
  /** Closed days that a count of working days passed over; weekends are not listed. */
  | { readonly step: 'passed-over'; readonly dates: readonly string[] }
  | { readonly step: 'next-audit'; readonly on: string }
  | { readonly step: 'none-scheduled'; readonly months: number; readonly from: Origin; readonly since: string }
  | { readonly step: 'moved-on'; readonly from: string }
  /** Some of the days lie where the region's public holidays are not known. */
  | { readonly step: 'holidays-unknown'; readonly known?: Policy['holidays'] }
  | { readonly step: 'capped'; readonly from: string; readonly reason: CapReason };

/** A due date and how it came about. */
export interface DueDate {
  readonly on: string;
  readonly steps: readonly DueStep[];
}

const unknown = (policy: Policy, first: string, last: string): readonly DueStep[] =>
  knowsHolidays(policy, first, last) ? [] : [{ step: 'holidays-unknown', known: policy.holidays }];

/** Where the policy says so, a date that is no working day moves on to the next one. */
const movedOn = ({ on, steps }: DueDate, policy: Policy): DueDate => {
  if (!policy.moveToWorkingDay) return { on, steps };
  const next = workingDayFrom(on, policy);
  return {
    on: next,
    steps: [...steps, ...(next === on ? [] : [{ step: 'moved-on', from: on } as const]), ...unknown(policy, on, next)],
  };
};

/** So many days after a date, calendar or working days, and moved on to a working day where the policy says so. */
export const countedFrom = (
  since: string,
  { days, count = 'calendar' }: { readonly days: number; readonly count?: Counting | undefined },
  from: Origin,
  policy: Policy,
): DueDate => {
  const counted: DueStep = { step: 'counted', days, count, from, since };
  if (count === 'calendar') return movedOn({ on: addDays(since, days), steps: [counted] }, policy);
  const on = addWorkingDays(since, days, policy);
  const dates = closedBetween(since, on, policy);
  return {
    on,
    steps: [
      counted,
      ...(dates.length > 0 ? [{ step: 'passed-over', dates } as const] : []),
      ...unknown(policy, since, on),
    ],
  };
};

/** Never past the hard cap, which is moved by nothing: not even to a working day. */
export const capped = ({ on, steps }: DueDate, cap: Cap | undefined): DueDate =>
  cap && on > cap.on
    ? { on: cap.on, steps: [...steps, { step: 'capped', from: on, reason: cap.reason }] }
    : { on, steps };

/** Whether a stage is bound to the next audit: its date is that audit's and follows it. */
export const isBound = (rule: ClockRule): rule is Extract<ClockRule, { by: unknown }> => 'by' in rule;

/**
 * When a stage is due by its rule. The first day of the next audit is that day, working day or not: by then it must be
 * done. `start`: the day and reason of a new clock, which replaces every anchor and any next audit that has begun.
 */
export const dueByRule = (
  rule: ClockRule,
  policy: Policy,
  anchors: AnchorDates,
  start?: { readonly on: string; readonly by: NewStart },
): DueDate => {
  const since = start?.on ?? anchorDate(rule.from, anchors);
  const from = start?.by ?? rule.from;
  if (!isBound(rule)) return countedFrom(since, rule, from, policy);
  const { nextAudit } = anchors;
  if (nextAudit !== undefined && (start === undefined || nextAudit > start.on))
    return { on: nextAudit, steps: [{ step: 'next-audit', on: nextAudit }] };
  const { fallbackMonths: months } = rule;
  return movedOn({ on: addMonths(since, months), steps: [{ step: 'none-scheduled', months, from, since }] }, policy);
};
