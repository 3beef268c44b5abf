import { type NoticeDue, noticeDueType } from '#contracts/bus.ts';
import { addDays, civilDateOf, hourOf } from '#domain/calendar/civil-date.ts';
import { clockOf, type Finding } from '#domain/finding/state.ts';
import { nextNoticeDate, noticesBetween } from '#domain/notice/offsets.ts';
import type { Bus } from '#ports/bus.ts';
import { type DueIndex, dueShards, type FindingHead } from '#ports/register.ts';
import type { Trails } from '../trails.ts';

export interface SweepStore extends Pick<Trails, 'findings' | 'clock' | 'timeZone'> {
  readonly due: DueIndex;
  readonly bus: Bus;
  /** Hour of the organization's morning (0-23) from which a day's notices go out. */
  readonly morningHour: number;
}

export interface Swept {
  readonly until: string;
  readonly findings: number;
  readonly notices: number;
}

/**
 * Days before the last swept one that are read again when a day begins: a finding that moved while its day was being
 * swept may have come into that day's index after it was read. The runs of the same day read that day again as well.
 */
const readAgainDays = 1;

/** Tells one clock of a finding from its next: a stage's, a review's, an appeal's, each with its round and cycle. */
const clockName = (finding: Finding, waitsFor: string): string =>
  'stage' in finding ? `${finding.stage}#${finding.cycle}#${finding.round}#${waitsFor}` : waitsFor;

const today = (store: SweepStore): string => {
  const now = store.clock.now();
  const date = civilDateOf(now, store.timeZone);
  return hourOf(now, store.timeZone) >= store.morningHour ? date : addDays(date, -1);
};

const sweepFinding = async (store: SweepStore, head: FindingHead, until: string): Promise<number> => {
  // Read consistently: what has just been submitted is not chased.
  const finding = (await store.findings.latest(head.id))?.state;
  const clock = finding && clockOf(finding);
  if (!finding || !clock || !('policy' in finding) || head.nextNoticeOn === undefined) {
    await store.due.moveOn(head.id, head.seq, undefined);
    return 0;
  }
  const { on: due, waitsFor } = clock;
  const { notices } = finding.policy;
  const offsets = noticesBetween(due, notices, head.nextNoticeOn, until);
  const messages = offsets.map(
    (offset): NoticeDue => ({
      finding: head.id,
      due,
      waitsFor,
      clock: clockName(finding, waitsFor),
      offset,
    }),
  );
  // Published before the finding moves on: a run that dies here publishes again, and each key still goes out once.
  if (messages.length > 0) await store.bus.publish(messages.map((detail) => ({ detailType: noticeDueType, detail })));
  await store.due.moveOn(head.id, head.seq, nextNoticeDate(due, notices, addDays(until, 1)));
  return messages.length;
};

/** The findings in the due index of a day, all its shards. */
const headsOn = async (store: SweepStore, date: string): Promise<FindingHead[]> => {
  const shards = Array.from({ length: dueShards }, (_each, shard) => store.due.on(date, shard));
  return (await Promise.all(shards)).flat();
};

/** Some findings could not be swept. All others were; the next run begins where this one began. */
export class SweepIncomplete extends Error {
  override readonly name = 'SweepIncomplete';
}

/**
 * Finds the deadline notices that are due until this morning and puts them on the bus. Reads the due index only: the
 * days since the last sweep, so that missed runs are made up for, however long ago.
 * @throws {SweepIncomplete} where a finding failed, once all were looked at: one does not hold up the rest
 */
export const sweepDeadlines = async (store: SweepStore): Promise<Swept> => {
  const until = today(store);
  const sweptUntil = await store.due.sweptUntil();
  let findings = 0;
  let notices = 0;
  const faults: Error[] = [];
  const from = sweptUntil === until ? until : addDays(sweptUntil ?? until, -readAgainDays);
  for (let date = from; date <= until; date = addDays(date, 1)) {
    for (const head of await headsOn(store, date)) {
      findings += 1;
      try {
        notices += await sweepFinding(store, head, until);
      } catch (cause) {
        faults.push(new Error(`finding ${head.id} could not be swept`, { cause }));
      }
    }
  }
  const [first] = faults;
  if (first) throw new SweepIncomplete(`${faults.length} of ${findings} failed; ${first.message}`, { cause: first });
  if (until !== sweptUntil) await store.due.setSweptUntil(until);
  return { until, findings, notices };
};
