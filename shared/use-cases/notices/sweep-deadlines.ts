import { digestDueType } from '#contracts/bus.ts';
import { addDays, civilDateOf, hourOf } from '#domain/calendar/civil-date.ts';
import { noticeKeyOf } from '#domain/notice/deadline-notice.ts';
import { type Day, nextNoticeOn, noticesOf } from '#domain/notice/owed.ts';
import type { Bus } from '#ports/bus.ts';
import type { DigestRef, Digests } from '#ports/digests.ts';
import { type DueIndex, dueShards, type FindingHead } from '#ports/register.ts';
import type { Trails } from '../trails.ts';
import { type Directory, type DirectoryStore, isLeftOut, openDirectory, readersOf } from './directory.ts';

export interface SweepStore extends Pick<Trails, 'findings' | 'audits' | 'clock' | 'timeZone'>, DirectoryStore, Day {
  readonly due: Pick<DueIndex, 'on' | 'moveOn' | 'sweptUntil' | 'setSweptUntil'>;
  readonly digests: Pick<Digests, 'add' | 'due'>;
  readonly bus: Bus;
}

export interface Swept {
  readonly until: string;
  readonly findings: number;
  /** Notices that were put into digests, each reader's counted by itself. */
  readonly notices: number;
  /** Digests whose hour has come. */
  readonly digests: number;
}

/**
 * Days before the last swept one that are read again when a day begins, besides that one: a finding that was placed while
 * the cursor went by may lie there. The runs of the same day read that day again as well.
 */
const readAgainDays = 1;

/** A run: its wall clock, and what it finds out on the way. */
interface Run {
  readonly date: string;
  readonly hour: number;
  /** The last day whose notices go out: not today's before the morning. */
  readonly until: string;
  readonly directory: Directory;
  /** Digests it added to, whose hour has come: the index may not show them yet. */
  readonly ready: Map<string, DigestRef>;
}

const beginRun = (store: SweepStore): Run => {
  const now = store.clock.now();
  const date = civilDateOf(now, store.timeZone);
  const hour = hourOf(now, store.timeZone);
  const until = hour >= store.morningHour ? date : addDays(date, -1);
  return { date, hour, until, directory: openDirectory(store), ready: new Map() };
};

const nameOf = ({ date, person }: DigestRef): string => `${date}#${person}`;

/** Puts what is to be said of a finding into the digests of its readers, then moves it on. Answers how many lines. */
const sweepFinding = async (store: SweepStore, run: Run, head: FindingHead): Promise<number> => {
  const from = head.nextNoticeOn;
  // Read consistently. Where the trail is ahead of the head, the relay is about to raise it, and places the finding anew.
  const latest = await store.findings.latest(head.id);
  if (!latest || latest.seq !== head.seq || from === undefined) return 0;
  const finding = latest.state;
  const owed = { clock: head.noticesFrom, cap: head.cap?.noticesFrom };
  let lines = 0;
  for (const notice of noticesOf(finding, owed, from, run.until)) {
    const key = noticeKeyOf(notice);
    for (const { person, escalated } of await readersOf(run.directory, finding, notice)) {
      const known = (await run.directory.all()).find(({ email }) => email === person);
      if (isLeftOut(known, notice)) continue;
      // Today's, also what was missed: one message for each person and day, and none at night.
      const digest = { person, date: run.date };
      const hour = Math.max(store.morningHour, known?.preferences?.digestHour ?? 0);
      await store.digests.add(digest, { finding: head.id, key, escalated }, hour);
      if (hour <= run.hour) run.ready.set(nameOf(digest), digest);
      lines += 1;
    }
  }
  // Only now: a run that dies before adds the same lines again, and each is still one.
  const after = addDays(run.until, 1);
  await store.due.moveOn(head, nextNoticeOn(finding, owed, { clock: after, cap: after }));
  return lines;
};

/** The findings in the due index of a day, all its shards. */
const headsOn = async (store: SweepStore, date: string): Promise<FindingHead[]> => {
  const shards = Array.from({ length: dueShards }, (_each, shard) => store.due.on(date, shard));
  return (await Promise.all(shards)).flat();
};

/** Has every digest sent whose hour has come: those of this run, and those that wait since an earlier one. */
const publishDue = async (store: SweepStore, run: Run): Promise<number> => {
  const due = new Map(run.ready);
  for (const digest of await store.digests.due(run.date, run.hour)) due.set(nameOf(digest), digest);
  if (due.size > 0)
    await store.bus.publish(
      [...due.values()].map(({ person, date }) => ({ detailType: digestDueType, detail: { person, date } })),
    );
  return due.size;
};

/** Some findings could not be swept. All others were; the next run begins where this one began. */
export class SweepIncomplete extends Error {
  override readonly name = 'SweepIncomplete';
}

/**
 * Finds the notices on dates that are due until this morning, puts them into the digests of their readers, and has those
 * digests sent whose hour has come. Reads the due index only: the days since the last sweep, so that missed runs are made
 * up for, however long ago.
 * @throws {SweepIncomplete} where a finding failed, once all were looked at: one does not hold up the rest
 */
export const sweepDeadlines = async (store: SweepStore): Promise<Swept> => {
  const run = beginRun(store);
  const { until } = run;
  const sweptUntil = await store.due.sweptUntil();
  let findings = 0;
  let notices = 0;
  const faults: Error[] = [];
  const from = sweptUntil === undefined || sweptUntil === until ? until : addDays(sweptUntil, -readAgainDays);
  for (let date = from; date <= until; date = addDays(date, 1)) {
    for (const head of await headsOn(store, date)) {
      findings += 1;
      try {
        notices += await sweepFinding(store, run, head);
      } catch (cause) {
        faults.push(new Error(`finding ${head.id} could not be swept`, { cause }));
      }
    }
  }
  const digests = await publishDue(store, run);
  const [first] = faults;
  if (first) throw new SweepIncomplete(`${faults.length} of ${findings} failed; ${first.message}`, { cause: first });
  if (sweptUntil === undefined || until > sweptUntil) await store.due.setSweptUntil(until, sweptUntil);
  return { until, findings, notices, digests };
};
