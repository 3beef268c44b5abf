import { addDays } from '#domain/calendar/civil-date.ts';
import { decisionOf } from '#domain/finding/decision.ts';
import { clockOf, closedOn, type Finding, isAtStage } from '#domain/finding/state.ts';
import { nextNoticeDate } from '#domain/notice/offsets.ts';
import type { FindingHead } from '#ports/register.ts';

/**
 * The finding as lists show it. `sweptUntil`: the last day whose deadline notices are out; the next one is looked for
 * from the day after, so that a day that was missed is made up for even if the finding moved meanwhile.
 */
export const headOf = (finding: Finding, sweptUntil: string): FindingHead => {
  const { facts } = finding;
  const clock = clockOf(finding);
  const closed = closedOn(finding);
  const decision = decisionOf(finding);
  return {
    id: facts.id,
    seq: finding.seq,
    audit: facts.audit,
    number: facts.number,
    grade: finding.grade,
    status: finding.status,
    owner: finding.owner,
    requirements: facts.requirements.map((each) => each.id),
    summary: facts.statement.slice(0, 200),
    issuedOn: finding.issuedOn,
    ...(isAtStage(finding) && { stage: finding.stage, round: finding.round }),
    ...('cycle' in finding && { cycle: finding.cycle, actionOwners: finding.actionOwners }),
    ...(closed !== undefined && { closedOn: closed }),
    ...(decision && { decision }),
    ...(clock &&
      'policy' in finding && {
        due: clock.on,
        waitsFor: clock.waitsFor,
        nextNoticeOn: nextNoticeDate(clock.on, finding.policy.notices, addDays(sweptUntil, 1)),
      }),
  };
};
