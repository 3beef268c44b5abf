import { addDays, addMonths } from '../calendar/civil-date.ts';
import { closedBetween } from '../calendar/working-days.ts';
import { noticesBetween } from '../notice/offsets.ts';
import type { Policy } from '../policy/policy.ts';
import type { AnchorDates, NonconformityGrade } from './anchor-dates.ts';
import { type Cap, capFor, flaggedDaysBefore } from './cap.ts';
import { explainedDueDates, forEachStage, reviewDueOn } from './clocks.ts';
import { countedFrom, type DueDate } from './due-date.ts';
import { type Stage, stages } from './stage.ts';

/** The dates of an audit as somebody asks about them: what is left out falls back as it does on an audit. */
export interface GivenDates {
  readonly received: string;
  readonly issued?: string | undefined;
  readonly closing?: string | undefined;
  readonly lastDay?: string | undefined;
  readonly nextAudit?: string | undefined;
  readonly certificateExpires?: string | undefined;
  /** The audit was a stage 2. */
  readonly stage2: boolean;
}

/** What stands in for a date that was not given. */
export const standIns = ['closing-meeting', 'last-day', 'receipt'] as const;
export type StandIn = (typeof standIns)[number];

/** A date that clocks are counted from; `standIn`: it was not given, and is that of something else. */
export interface ExplainedAnchor {
  readonly on: string;
  readonly standIn?: StandIn | undefined;
}

/** A hard cap with the day from which a finding is flagged; `sixMonths`: what would hold if no certificate expired before. */
interface ExplainedCap extends Cap {
  readonly flaggedFrom: string;
  readonly sixMonths?: string | undefined;
}

/** Every date of a nonconformity under a policy, each with how it came about. */
export interface ExplainedDates {
  readonly policy: string;
  readonly grade: NonconformityGrade;
  readonly anchors: Readonly<Record<'lastDay' | 'closeOfAudit' | 'reportIssued' | 'reportReceived', ExplainedAnchor>>;
  readonly nextAudit?: string | undefined;
  readonly cap?: ExplainedCap | undefined;
  readonly due: Readonly<Record<Stage, DueDate>>;
  /** When the certification body has reviewed what reaches it on the day it is due. */
  readonly review: Readonly<Record<Stage, DueDate>>;
  /** The days of the reminders on each stage: those before it is due, then as far as the list of overdue days goes. */
  readonly reminders: Readonly<Record<Stage, readonly string[]>>;
  /** The closed days, other than weekends, from the first anchor to the last of these dates. */
  readonly closedOn: readonly string[];
}

const fallen = ({ received, issued, closing, lastDay }: GivenDates): ExplainedDates['anchors'] => {
  const standsIn = (on: string, standIn: StandIn): ExplainedAnchor => ({ on, standIn });
  const last: ExplainedAnchor = lastDay
    ? { on: lastDay }
    : closing
      ? standsIn(closing, 'closing-meeting')
      : standsIn(received, 'receipt');
  return {
    lastDay: last,
    closeOfAudit: closing ? { on: closing } : standsIn(last.on, 'last-day'),
    reportIssued: issued ? { on: issued } : standsIn(received, 'receipt'),
    reportReceived: { on: received },
  };
};

const anchorDatesOf = (anchors: ExplainedDates['anchors'], dates: GivenDates): AnchorDates => ({
  reportReceived: anchors.reportReceived.on,
  reportIssued: anchors.reportIssued.on,
  closeOfAudit: anchors.closeOfAudit.on,
  lastDay: anchors.lastDay.on,
  ...(dates.nextAudit !== undefined && { nextAudit: dates.nextAudit }),
  ...(dates.stage2 && { stage2LastDay: anchors.lastDay.on }),
  ...(dates.certificateExpires !== undefined && { certificateExpires: dates.certificateExpires }),
});

const explainedCap = (cap: Cap, grade: NonconformityGrade, { stage2LastDay }: AnchorDates): ExplainedCap => ({
  ...cap,
  flaggedFrom: addDays(cap.on, -flaggedDaysBefore),
  ...(cap.reason === 'certificate' &&
    grade === 'major' &&
    stage2LastDay !== undefined && { sixMonths: addMonths(stage2LastDay, 6) }),
});

const reviewOf = (submitted: string, policy: Policy, cap: Cap | undefined): DueDate => {
  const counted = countedFrom(submitted, policy.review, 'submission', policy);
  const on = reviewDueOn(submitted, policy, cap?.on);
  return cap && on !== counted.on
    ? { on, steps: [...counted.steps, { step: 'capped', from: counted.on, reason: cap.reason }] }
    : counted;
};

const remindersOf = (due: string, { notices }: Policy): readonly string[] => {
  const first = addDays(due, -Math.max(0, ...notices.before));
  const last = addDays(due, Math.max(0, ...notices.overdue));
  return noticesBetween(due, notices, first, last).map((offset) => addDays(due, offset));
};

/** Every date of a nonconformity under a policy, and why it is that one. */
export const explainedDates = (policy: Policy, grade: NonconformityGrade, dates: GivenDates): ExplainedDates => {
  const anchors = fallen(dates);
  const anchorDates = anchorDatesOf(anchors, dates);
  const cap = capFor(grade, anchorDates);
  const due = explainedDueDates(policy, grade, anchorDates);
  const review = forEachStage((stage) => reviewOf(due[stage].on, policy, cap));
  const ordered = Object.values(anchors)
    .map(({ on }) => on)
    .toSorted();
  const latest = stages.flatMap((stage) => [due[stage].on, review[stage].on]).toSorted();
  return {
    policy: policy.name,
    grade,
    anchors,
    ...(dates.nextAudit !== undefined && { nextAudit: dates.nextAudit }),
    ...(cap && { cap: explainedCap(cap, grade, anchorDates) }),
    due,
    review,
    reminders: forEachStage((stage) => remindersOf(due[stage].on, policy)),
    closedOn: closedBetween(ordered[0] ?? dates.received, latest.at(-1) ?? dates.received, policy),
  };
};
