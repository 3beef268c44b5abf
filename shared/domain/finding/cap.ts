import { addDays, addMonths, daysBetween } from '../calendar/civil-date.ts';
import type { AnchorDates, NonconformityGrade } from './anchor-dates.ts';
import { type Finding, isAtStage } from './state.ts';

/** `six-months`: ISO/IEC 17021-1, 9.5.3.2. `certificate`: the day it expires. */
export const capReasons = ['six-months', 'certificate'] as const;
export type CapReason = (typeof capReasons)[number];

export interface Cap {
  readonly on: string;
  readonly reason: CapReason;
}

/** Days before a cap from which a finding is flagged. */
export const flaggedDaysBefore = 30;

/**
 * The last date on which anything of a finding may be due: for a major of a stage 2 audit, six months from its last day
 * (ISO/IEC 17021-1, 9.5.3.2); for all, the day the certificate expires. `undefined` when neither applies.
 */
export const capFor = (grade: NonconformityGrade, anchors: AnchorDates): Cap | undefined => {
  const { stage2LastDay, certificateExpires } = anchors;
  const sixMonths: Cap | undefined =
    grade === 'major' && stage2LastDay !== undefined
      ? { on: addMonths(stage2LastDay, 6), reason: 'six-months' }
      : undefined;
  if (certificateExpires === undefined || (sixMonths && sixMonths.on <= certificateExpires)) return sixMonths;
  return { on: certificateExpires, reason: 'certificate' };
};

export const hardCap = (grade: NonconformityGrade, anchors: AnchorDates): string | undefined =>
  capFor(grade, anchors)?.on;

/** The hard cap of a finding that is open at a stage; others have none any more. */
export const capOf = (finding: Finding): Cap | undefined =>
  isAtStage(finding) ? capFor(finding.grade, finding.anchors) : undefined;

export interface CapFlag extends Cap {
  readonly state: 'near' | 'passed';
  /** Days until the cap; negative once it has passed. */
  readonly days: number;
}

/** What is to be said of a finding's hard cap today: that it is near, that it has passed, or nothing. */
export const flagOf = (finding: Finding, today: string): CapFlag | undefined => {
  const cap = capOf(finding);
  if (!cap) return undefined;
  const days = daysBetween(today, cap.on);
  if (days > flaggedDaysBefore) return undefined;
  return { ...cap, state: days < 0 ? 'passed' : 'near', days };
};

/** The dates on which a finding's flag is raised and changes: 30 days before its hard cap, and the day after it. */
export const flagDatesOf = (finding: Finding): readonly { readonly on: string; readonly state: CapFlag['state'] }[] => {
  const cap = capOf(finding);
  if (!cap) return [];
  return [
    { on: addDays(cap.on, -flaggedDaysBefore), state: 'near' },
    { on: addDays(cap.on, 1), state: 'passed' },
  ];
};
