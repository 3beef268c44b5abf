import { addDays, civilDateOf } from '#domain/calendar/civil-date.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { Finding } from '#domain/finding/state.ts';
import { type Day, owedFrom } from '#domain/notice/owed.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import type { DueIndex, FindingHead, Register } from '#ports/register.ts';
import type { Trails } from '../trails.ts';
import { capIn, clockIn, headOf } from './head.ts';

export interface HeadStore extends Pick<Trails, 'findings'>, Day {
  readonly register: Pick<Register, 'head' | 'raise'>;
  readonly due: Pick<DueIndex, 'sweptUntil' | 'setSweptUntil' | 'sweepAgain'>;
}

/** The instant since which a finding is as it is now in one respect, going back no further than to a sequence number. */
const soSince = async (
  store: HeadStore,
  latest: Sealed<FindingEvent>,
  after: number,
  so: (finding: Finding) => string | undefined,
): Promise<string> => {
  let { at } = latest;
  for (let seq = latest.seq - 1; seq > after; seq -= 1) {
    const event = await store.findings.at(latest.aggregate, seq);
    if (!event || so(event.state) !== so(latest.state)) break;
    at = event.at;
  }
  return at;
};

/** Raises the head, unless it is there; answers the one that is. */
const raise = async (store: HeadStore, latest: Sealed<FindingEvent>): Promise<FindingHead> => {
  const before = await store.register.head(latest.aggregate);
  if (before && before.seq >= latest.seq) return before;
  const began = async (so: (finding: Finding) => string | undefined): Promise<string> =>
    owedFrom(await soSince(store, latest, before?.seq ?? 0, so), store);
  const head = headOf(latest.state, { clock: await began(clockIn), cap: await began(capIn) }, before);
  await store.register.raise(head);
  return head;
};

/**
 * Raises a finding's head to its latest event, and sees that the sweep comes by it. The very first one says from which day
 * on it does; one whose next notice is on a day that the cursor has passed, since its event came late or the clock was
 * put back, has the cursor put back too.
 */
export const raiseHead = async (store: HeadStore, latest: Sealed<FindingEvent>): Promise<void> => {
  const { nextNoticeOn } = await raise(store, latest);
  const sweptUntil = await store.due.sweptUntil();
  if (sweptUntil === undefined)
    await store.due.setSweptUntil(addDays(civilDateOf(latest.at, store.timeZone), -1), sweptUntil);
  // The day that was swept last is read again anyway.
  else if (nextNoticeOn !== undefined && nextNoticeOn < sweptUntil) await store.due.sweepAgain(nextNoticeOn);
};
