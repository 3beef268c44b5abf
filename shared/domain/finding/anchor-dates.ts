import type { AnchorName } from '../policy/policy.ts';
import type { Stage } from './stage.ts';

/** The dates of an audit that clocks are counted from. All are civil dates in the organization's time zone. */
export interface AnchorDates {
  readonly reportReceived: string;
  /** The day of receipt where no day of issue was recorded. */
  readonly reportIssued: string;
  /** The closing meeting, or the last day where none was held. */
  readonly closeOfAudit: string;
  readonly lastDay: string;
  readonly nextAudit?: string | undefined;
  /** Last day of a stage 2 audit; absent for other kinds. */
  readonly stage2LastDay?: string | undefined;
  readonly certificateExpires?: string | undefined;
}

export type NonconformityGrade = 'major' | 'minor';
export type DueDates = Readonly<Record<Stage, string>>;

/** The date of an anchor that a policy names. */
export const anchorDate = (anchor: AnchorName, anchors: AnchorDates): string => {
  switch (anchor) {
    case 'report-received':
      return anchors.reportReceived;
    case 'report-issued':
      return anchors.reportIssued;
    case 'close-of-audit':
      return anchors.closeOfAudit;
    case 'last-audit-day':
      return anchors.lastDay;
  }
};

/**
 * The anchors of a finding with what lies ahead as the audit has it now: the next audit and the two hard caps. Dates
 * that clocks were counted from stay as they were at issue.
 */
export const withPresentAhead = (
  anchors: AnchorDates,
  { nextAudit, stage2LastDay, certificateExpires }: AnchorDates,
): AnchorDates => {
  const { nextAudit: _n, stage2LastDay: _s, certificateExpires: _c, ...counted } = anchors;
  return {
    ...counted,
    ...(nextAudit !== undefined && { nextAudit }),
    ...(stage2LastDay !== undefined && { stage2LastDay }),
    ...(certificateExpires !== undefined && { certificateExpires }),
  };
};

/** Whether what lies ahead of a finding differs from what its audit says now. */
export const hasMovedAhead = (anchors: AnchorDates, present: AnchorDates): boolean =>
  anchors.nextAudit !== present.nextAudit ||
  anchors.stage2LastDay !== present.stage2LastDay ||
  anchors.certificateExpires !== present.certificateExpires;
