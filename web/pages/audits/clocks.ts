import { anchorsOf } from '#domain/audit/anchors.ts';
import type { AuditDates } from '#domain/audit/state.ts';
import type { AnchorDates } from '#domain/finding/anchor-dates.ts';
import { capFor } from '#domain/finding/cap.ts';
import { dueDates } from '#domain/finding/clocks.ts';
import { isBound } from '#domain/finding/due-date.ts';
import { type Stage, stages } from '#domain/finding/stage.ts';
import type { ClockRule, Policy } from '#domain/policy/policy.ts';
import type { DateName } from './audit-fields.ts';
import type { Audit } from './holds.ts';

/** A clock of a policy as it runs for findings issued from these dates. */
export interface CountedClock {
  readonly stage: Stage;
  readonly grades: readonly ('major' | 'minor')[];
  readonly rule: ClockRule;
  /** The date of the audit that it counts from. */
  readonly since: DateName;
  readonly due: string;
}

const recorded = (rule: ClockRule, dates: AuditDates): DateName => {
  if (isBound(rule) && dates.nextAudit !== undefined) return 'nextAudit';
  switch (rule.from) {
    case 'report-received':
      return 'reportReceived';
    case 'report-issued':
      return dates.reportIssued === undefined ? 'reportReceived' : 'reportIssued';
    case 'close-of-audit':
      return dates.closingMeeting === undefined ? 'lastDay' : 'closingMeeting';
    case 'last-audit-day':
      return 'lastDay';
  }
};

const isSame = (a: CountedClock, b: CountedClock): boolean =>
  a.stage === b.stage && a.due === b.due && JSON.stringify(a.rule) === JSON.stringify(b.rule);

/** All clocks of a policy, with those of both grades that are the same as one. */
export const clocksOf = (policy: Policy, dates: AuditDates, anchors: AnchorDates): readonly CountedClock[] => {
  const all = (['major', 'minor'] as const).flatMap((grade) => {
    const due = dueDates(policy, grade, anchors);
    return stages.map((stage): CountedClock => {
      const rule = policy.due[grade][stage];
      return { stage, grades: [grade], rule, since: recorded(rule, dates), due: due[stage] };
    });
  });
  return all.flatMap((clock, place) => {
    const twins = all.filter((each) => isSame(each, clock));
    const isFirst = all.findIndex((each) => isSame(each, clock)) === place;
    return isFirst ? [{ ...clock, grades: twins.flatMap(({ grades }) => grades) }] : [];
  });
};

/** The anchors of an audit's findings; `undefined` until its report was received. */
export const anchorsFrom = ({ id, version, facts, imports }: Audit): AnchorDates | undefined =>
  anchorsOf({ id, seq: version, facts, imports, taken: [] });

/** The day after which no major may stay open, where six months count from the last day. */
export const sixMonthsOf = (anchors: AnchorDates): string | undefined => {
  const { certificateExpires: _expires, ...rest } = anchors;
  return capFor('major', rest)?.on;
};
