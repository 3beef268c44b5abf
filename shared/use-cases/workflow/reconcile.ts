import type { Outbox } from '#ports/trail.ts';
import { driveFinding } from './drive.ts';
import { type RelayStore, relay } from './relay.ts';

export interface ReconcileStore extends RelayStore {
  readonly outbox: Outbox;
}

export interface Reconciled {
  readonly relayed: number;
  readonly restarted: number;
  /** What could not be carried on this time, and why: it stays in the outbox and is tried again. */
  readonly failed: readonly { readonly aggregate: string; readonly reason: string }[];
}

/** Events the stream should have relayed by now are taken up after this long. */
const streamMilliseconds = 60_000;
/** After a fault a finding's machine is left alone for so long before it is started again. */
const faultMilliseconds = 60 * 60_000;
/** Entries taken up in one run; the rest comes with the next. */
const batch = 200;

const olderThan = (at: string, now: string, milliseconds: number): boolean =>
  Date.parse(now) - Date.parse(at) >= milliseconds;

const attempt = async (aggregate: string, work: () => Promise<void>) => {
  try {
    await work();
    return { done: 1, failed: [] };
  } catch (fault) {
    return {
      done: 0,
      failed: [{ aggregate, reason: fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault) }],
    };
  }
};

const restart = async (store: ReconcileStore, finding: string, epoch: number): Promise<void> => {
  const latest = await store.findings.latest(finding);
  if (latest) await driveFinding(store, latest.state, epoch);
  // A mark that the next epoch has earned meanwhile stays.
  await store.waits.unstall(finding, epoch);
};

/** Finds what the stream missed and what stands still, and carries it on. One that fails does not hold up the rest. */
export const reconcile = async (store: ReconcileStore): Promise<Reconciled> => {
  const now = store.clock.now();
  const missed = (await store.outbox.unrelayed(batch)).filter((entry) => olderThan(entry.at, now, streamMilliseconds));
  const stalled = (await store.waits.stalled(batch)).filter((entry) => olderThan(entry.at, now, faultMilliseconds));
  const relayed = [];
  for (const entry of missed) relayed.push(await attempt(entry.aggregate, () => relay(store, entry)));
  const restarted = [];
  for (const { finding, epoch } of stalled)
    restarted.push(await attempt(finding, () => restart(store, finding, epoch)));
  return {
    relayed: relayed.filter((each) => each.done).length,
    restarted: restarted.filter((each) => each.done).length,
    failed: [...relayed, ...restarted].flatMap((each) => each.failed),
  };
};

/** An execution ended badly: its finding is marked, and the next runs of {@link reconcile} start it again. */
export const markStalled = async (store: Pick<ReconcileStore, 'waits' | 'clock'>, execution: string): Promise<void> => {
  const name = /^nc-(?<finding>.+)-e(?<epoch>\d+)$/.exec(execution)?.groups;
  if (name?.finding === undefined) return;
  await store.waits.stall(name.finding, Number(name.epoch), store.clock.now());
};
