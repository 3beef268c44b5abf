import { earliest } from '../../calendar/civil-date.ts';
import { ok, refuse } from '../../result.ts';
import { type AnchorDates, hasMovedAhead, withPresentAhead } from '../anchor-dates.ts';
import { type Cap, capFor } from '../cap.ts';
import { replaceFrom } from '../clocks.ts';
import type { Decider } from '../decide.ts';
import { dueChangesBetween } from '../due-changes.ts';
import { isBound } from '../due-date.ts';
import { capWords } from '../due-words.ts';
import type { Stage } from '../stage.ts';
import type { AtStage } from '../state.ts';

/**
 * The next audit's first day, for a stage that is bound to it and not overdue yet. A date that was missed moves no more:
 * else putting the next audit's date on to the year after would lift it. What an extension granted is not taken away.
 */
const followed = (finding: AtStage, stage: Stage, { nextAudit }: AnchorDates, today: string): string | undefined => {
  const { policy, grade, due, granted } = finding;
  if (!isBound(policy.due[grade][stage]) || nextAudit === undefined) return undefined;
  if (nextAudit <= today || today > due[stage]) return undefined;
  const least = granted[stage];
  return least !== undefined && least > nextAudit ? least : nextAudit;
};

const reasonFor = (before: AnchorDates, after: AnchorDates, cap: Cap | undefined, to: string): string => {
  if (cap && to === cap.on && to !== after.nextAudit)
    return `Nothing may be due after ${cap.on}, ${capWords(cap.reason)}.`;
  if (before.nextAudit === after.nextAudit) return `No hard cap comes before the next audit on ${to} any more.`;
  return before.nextAudit === undefined
    ? `The next audit is scheduled for ${after.nextAudit}.`
    : `The next audit moved from ${before.nextAudit} to ${after.nextAudit}.`;
};

/**
 * Brings a finding to what its audit says now of the next audit and of the hard caps: its audit was revised. Stages that
 * are over keep their dates; a lower cap cuts those that are not, and a higher one gives nothing back.
 */
export const followAudit: Decider<'followAudit'> = (finding, _body, { today, audit }) => {
  const { stage, due, grade } = finding;
  if (!audit.anchors || !hasMovedAhead(finding.anchors, audit.anchors))
    return refuse({ code: 'nothing-moves', message: 'The finding has what its audit says already.' });
  const anchors = withPresentAhead(finding.anchors, audit.anchors);
  const cap = capFor(grade, anchors);
  const dateOf = (each: Stage): string => earliest(followed(finding, each, anchors, today) ?? due[each], cap?.on);
  const dates = { plan: dateOf('plan'), correction: dateOf('correction'), remediation: dateOf('remediation') };
  const why = (to: string) => reasonFor(finding.anchors, anchors, cap, to);
  const dueChanges = dueChangesBetween(due, replaceFrom(stage, due, dates), (each) => why(dates[each]));
  const latest = cap && cap.on < today ? today : cap?.on;
  const reviewChange =
    finding.status === 'in-review' && latest !== undefined && finding.reviewDue > latest
      ? { from: finding.reviewDue, to: latest, why: why(latest) }
      : undefined;
  if (dueChanges.length === 0 && !reviewChange) return ok({ type: 'anchors-revised', data: { anchors } });
  return ok({ type: 'due-moved', data: { anchors, dueChanges, ...(reviewChange && { reviewChange }) } });
};
