import type { VirtualClock } from '#adapters/local/virtual-clock.ts';
import type { Clock } from '#ports/clock.ts';
import { nextRun, type Schedule, schedules } from './schedules.ts';

export interface TimerHost {
  readonly clock: Clock;
  /** The earliest timer of the state machines, ISO 8601. */
  nextEngineTimer(): string | undefined;
  fireEngine(): Promise<void>;
  /** The earliest message of the bus that waits for its next try, ISO 8601. */
  nextDelivery(): string | undefined;
  deliverDue(): Promise<void>;
  run(schedule: Schedule): Promise<void>;
  /** Resolves when nothing goes on without a timer or a request. */
  settled(): Promise<void>;
}

interface Due {
  readonly at: number;
  fire(): Promise<void>;
}

/** All timers after `now` that could be next, the engine's first where two are due at once. */
const upcoming = (host: TimerHost, now: number): Due => {
  const [engine, delivery] = [host.nextEngineTimer(), host.nextDelivery()];
  const due: Due[] = schedules.map((schedule) => ({ at: nextRun(schedule, now), fire: () => host.run(schedule) }));
  if (delivery !== undefined) due.unshift({ at: Math.max(now, Date.parse(delivery)), fire: () => host.deliverDue() });
  if (engine !== undefined) due.unshift({ at: Math.max(now, Date.parse(engine)), fire: () => host.fireEngine() });
  return due.reduce((first, other) => (other.at < first.at ? other : first));
};

/** Moves a virtual clock to `target` and fires everything due on the way, in order. */
export const advanceTo = async (host: TimerHost, clock: VirtualClock, target: number): Promise<void> => {
  await host.settled();
  for (;;) {
    const next = upcoming(host, Date.parse(clock.now()));
    if (next.at > target) break;
    clock.set(new Date(next.at).toISOString());
    await next.fire();
    await host.settled();
  }
  clock.set(new Date(target).toISOString());
};

/** Longest that Node waits in one timeout; a later timer is armed again. */
const longestWait = 60 * 60_000;

/** Keeps the timers of a system that runs by the machine's clock. The answer stops them. */
export const keepTime = (host: TimerHost, onFault: (fault: unknown) => void): { rearm(): void; stop(): void } => {
  let armed: NodeJS.Timeout | undefined;
  const arm = (): void => {
    clearTimeout(armed);
    const now = Date.parse(host.clock.now());
    const next = upcoming(host, now);
    const wait = Math.min(Math.max(next.at - now, 0), longestWait);
    armed = setTimeout(() => {
      const isDue = Date.parse(host.clock.now()) >= next.at;
      (isDue ? next.fire() : Promise.resolve()).catch(onFault).finally(arm);
    }, wait);
  };
  arm();
  return { rearm: arm, stop: () => clearTimeout(armed) };
};
