import type { Finding } from '../finding/state.ts';
import type { WaitsFor } from '../notice/audience.ts';
import { type Deadline, presentDeadline } from './deadline.ts';

/** A deadline that comes into calendars, or goes out of them, and the people whose it is. */
export interface CalendarChange {
  /** The finding by which its people are found: of what is cancelled as it was before, of what is requested as it is now. */
  readonly finding: Finding;
  readonly audience: WaitsFor;
  /** Its words are the reader's: `entryOf(finding, entry, setting)` in `entry.ts`. */
  readonly entry: Deadline;
}

export interface CalendarChanges {
  /** For those who had it. Whoever is also among those of the same entry requested gets that one alone. */
  readonly cancelled?: CalendarChange;
  /** For those whose it is now, because it is new, or has another date or grade, or was somebody else's. */
  readonly requested?: CalendarChange;
}

/**
 * What an event changes in people's calendars, which hold the present deadline of a finding alone: what was met or became
 * somebody else's is cancelled, what is new or has moved is requested. Both carry the event's sequence number, so that the
 * latest stands, in whatever order mails come.
 * @param before the finding before the event; `undefined` at issue
 * @param after the finding after it
 */
export const calendarChanges = (before: Finding | undefined, after: Finding): CalendarChanges => {
  const had = before && presentDeadline(before);
  const has = presentDeadline(after);
  const isSame = had !== undefined && had.uid === has?.uid;
  const hasNewHands = had?.waitsFor === 'owner' && before?.owner !== after.owner;
  if (isSame && had.on === has?.on && before?.grade === after.grade && !hasNewHands) return {};
  return {
    ...(before &&
      had &&
      (!isSame || hasNewHands) && {
        cancelled: { finding: before, audience: had.waitsFor, entry: { ...had, sequence: after.seq } },
      }),
    ...(has && { requested: { finding: after, audience: has.waitsFor, entry: has } }),
  };
};
