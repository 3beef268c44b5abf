import { capOf } from '#domain/finding/cap.ts';
import { decisionOf } from '#domain/finding/decision.ts';
import { clockOf, closedOn, type Finding, isAtStage } from '#domain/finding/state.ts';
import { namedClock, nextNoticeOn } from '#domain/notice/owed.ts';
import type { FindingHead } from '#ports/register.ts';

/** A finding's present clock in one word; the same word: it waits for the same by the same date. */
export const clockIn = (finding: Finding): string | undefined => {
  const clock = namedClock(finding);
  return clock && `${clock.name}#${clock.on}`;
};
const clockInHead = ({ stage, cycle, round, waitsFor, due }: FindingHead): string | undefined =>
  waitsFor && `${stage}#${cycle}#${round}#${waitsFor}#${due}`;

/** The same of its hard cap. */
export const capIn = (finding: Finding): string | undefined => {
  const cap = capOf(finding);
  return cap && `${cap.reason}#${cap.on}`;
};
const capInHead = ({ cap }: FindingHead): string | undefined => cap && `${cap.reason}#${cap.on}`;

const latest = (...dates: readonly (string | undefined)[]): string | undefined =>
  dates
    .filter((date) => date !== undefined)
    .toSorted()
    .at(-1);

/** Since when notices are owed of what began with, or before, the finding as it is now: civil dates. */
interface Began {
  readonly clock: string;
  readonly cap: string;
}

/**
 * The finding as lists show it.
 * @param before the head that was there: what still is as it says has its next notice when it had, so that a day that was
 * missed is made up for even if the finding moved meanwhile
 * @param began of what has changed since
 */
export const headOf = (finding: Finding, began: Began, before?: FindingHead): FindingHead => {
  const { facts } = finding;
  const clock = clockOf(finding);
  const cap = capOf(finding);
  const closed = closedOn(finding);
  const decision = decisionOf(finding);
  const keptClock = before && clockInHead(before) === clockIn(finding) ? before : undefined;
  const keptCap = before && capInHead(before) === capIn(finding) ? before : undefined;
  const owed = {
    // All before its next notice is told.
    clock: latest(keptClock?.noticesFrom, keptClock?.nextNoticeOn) ?? began.clock,
    cap: keptCap?.cap?.noticesFrom ?? began.cap,
  };
  const next = nextNoticeOn(finding, owed, { clock: owed.clock, cap: keptCap ? keptCap.nextNoticeOn : owed.cap });
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
    ...(clock && { due: clock.on, waitsFor: clock.waitsFor, noticesFrom: owed.clock }),
    ...(cap && { cap: { ...cap, noticesFrom: owed.cap } }),
    ...(next !== undefined && { nextNoticeOn: next }),
  };
};
