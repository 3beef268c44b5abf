import type { Intake } from '#adapters/local/intake.ts';
import type { Bus } from '#ports/bus.ts';
import type { Clock } from '#ports/clock.ts';
import type { EvidenceRecords } from '#ports/evidence.ts';
import { objectCreated } from './subscriptions.ts';

export interface IntakeWatchOptions {
  readonly intake: Pick<Intake, 'arrivals' | 'remove'>;
  readonly evidence: Pick<EvidenceRecords, 'get'>;
  readonly bus: Bus;
  readonly clock: Clock;
}

/** What S3 and the queue do on AWS: tell of files that arrive, tell again while none was checked, empty the intake. */
export interface IntakeWatch {
  /** A file is durably there: whoever checks it is told, durably too. */
  arrived(key: string): Promise<void>;
  /** Its message was worked off. */
  checked(key: string): void;
  /** After a restart: tells of files whose process ended before they were checked, and empties the intake. */
  recover(): Promise<void>;
  /** Tells again of files that could not be checked, as when the scanner was out of reach; and empties the intake. */
  hourly(): Promise<void>;
}

const dayMs = 24 * 60 * 60_000;
/** Days after which the intake forgets a file, as the bucket's rule has it. */
const keptDays = 30;

const ownerOf = (key: string) => {
  const [folder, aggregate = '', id = ''] = key.split('/');
  return { owner: { kind: folder === 'reports' ? ('audit' as const) : ('finding' as const), aggregate }, id };
};

export const watchIntake = ({ intake, evidence, bus, clock }: IntakeWatchOptions): IntakeWatch => {
  const unchecked = new Set<string>();
  let emptiedOn: number | undefined;

  const arrived = async (key: string): Promise<void> => {
    unchecked.add(key);
    await bus.publish([objectCreated(key)]);
  };

  /** As the bucket's rule: once a day is enough. */
  const empty = async (): Promise<void> => {
    const today = Math.floor(Date.parse(clock.now()) / dayMs);
    if (today === emptiedOn) return;
    for (const { key, at } of await intake.arrivals())
      if (Date.parse(clock.now()) - Date.parse(at) >= keptDays * dayMs) await intake.remove(key);
    emptiedOn = today;
  };

  return {
    arrived,
    checked: (key) => {
      unchecked.delete(key);
    },
    recover: async () => {
      for (const { key, complete } of await intake.arrivals()) {
        const { owner, id } = ownerOf(key);
        const status = complete ? (await evidence.get(owner, id))?.status : undefined;
        if (status === 'uploading' || status === 'checking') await arrived(key);
      }
      await empty();
    },
    hourly: async () => {
      for (const key of unchecked) await bus.publish([objectCreated(key)]);
      await empty();
    },
  };
};
