import type { PackRequested } from '#contracts/bus.ts';
import type { PackJob } from '#domain/pack/job.ts';
import type { PackFiles, PackJobs } from '#ports/packs.ts';
import { type ContentStore, packContent } from './pack-content.ts';
import { planPack } from './plan-pack.ts';
import { NotPackable } from './planned-file.ts';

export interface BuildStore extends ContentStore {
  readonly packs: Pick<PackJobs, 'get' | 'change'>;
  readonly packFiles: Pick<PackFiles, 'write'>;
}

/** `idle`: nothing was left to do; it was made or given up before, or another process has taken it over. */
export type Built = 'ready' | 'failed' | 'idle';

/** A pack is begun so often, then it is given up: each time the process died, or a service failed. */
const mostBegun = 3;
/** Progress is put down after so many milliseconds, or after this part of the files. */
const progressMs = 1000;
const progressPart = 0.05;

/** Another process makes this pack now. */
class TakenOver extends Error {
  override readonly name = 'TakenOver';
}

/** The job as this process knows it. Every change says which one it follows: of two who make one pack, one is stopped. */
const holdJob = (packs: BuildStore['packs'], first: PackJob) => {
  let job = first;
  return {
    now: (): PackJob => job,
    change: async (change: Partial<PackJob>): Promise<void> => {
      const next = { ...job, ...change, version: job.version + 1 };
      if ((await packs.change(next)) === 'stale') throw new TakenOver(`the pack ${job.id} has changed meanwhile`);
      job = next;
    },
  };
};
type HeldJob = ReturnType<typeof holdJob>;

const progress = (store: BuildStore, held: HeldJob) => {
  let done = 0;
  let toldAt = Date.parse(store.clock.now());
  return async (): Promise<void> => {
    done += 1;
    const now = Date.parse(store.clock.now());
    const job = held.now();
    if (now - toldAt < progressMs && done - job.done < job.of * progressPart) return;
    toldAt = now;
    await held.change({ done });
  };
};

const make = async (store: BuildStore, held: HeldJob, verifier: string | undefined): Promise<void> => {
  const { kind, aggregate, id, begun, by } = held.now();
  const owner = { kind, aggregate };
  const madeAt = store.clock.now();
  const plan = await planPack(store, owner, madeAt, verifier);
  const pack = packContent(store, plan, { owner, madeAt, madeBy: by, written: progress(store, held) });
  const key = `${kind}/${aggregate}/${id}-${begun}.zip`;
  await held.change({ key, of: pack.files });

  const hash = store.sha256();
  let size = 0;
  const counted = async function* () {
    for await (const bytes of pack.bytes) {
      size += bytes.length;
      hash.update(bytes);
      yield bytes;
    }
  };
  await store.packFiles.write(key, counted());
  await held.change({ status: 'ready', done: pack.files, size, sha256: hash.hex() });
};

/** What made an error, however often it was wrapped on its way. */
const causeIn = <E extends Error>(error: unknown, kind: new (message: string) => E): E | undefined => {
  for (let each = error; each instanceof Error; each = each.cause) if (each instanceof kind) return each;
  return undefined;
};

const givenUp = `It was begun ${mostBegun} times and did not come to its end. Ask for it again; the log says what went wrong.`;

const fail = async (held: HeldJob, reason: string): Promise<Built> => {
  await held.change({ status: 'failed', reason });
  return 'failed';
};

const tryToBuild = async (store: BuildStore, held: HeldJob, verifier: string | undefined): Promise<Built> => {
  const { begun } = held.now();
  if (begun >= mostBegun) return fail(held, givenUp);
  await held.change({ status: 'building', begun: begun + 1, done: 0, of: 0 });
  try {
    await make(store, held, verifier);
    return 'ready';
  } catch (error) {
    const broken = causeIn(error, NotPackable);
    if (broken) return fail(held, broken.message);
    if (causeIn(error, TakenOver) || begun + 1 < mostBegun) throw error;
    return fail(held, givenUp);
  }
};

/**
 * Makes a pack that was asked for: planned first, then written piece by piece, so that no more than a piece is in memory.
 * Told again of the same pack, it does nothing that was done; a pack whose process died is begun anew under a key of its
 * own, and whoever still worked on it is stopped by the next change of the job.
 * @param verifier the single-file verifier's source
 * @throws what a service threw, unless it was the last try: the message that told of the pack then comes again
 */
export const buildPack = async (
  store: BuildStore,
  { kind, aggregate, id }: PackRequested,
  verifier?: string,
): Promise<Built> => {
  const job = await store.packs.get({ kind, aggregate }, id);
  if (!job || job.status === 'ready' || job.status === 'failed') return 'idle';
  const held = holdJob(store.packs, job);
  try {
    return await tryToBuild(store, held, verifier);
  } catch (error) {
    if (causeIn(error, TakenOver)) return 'idle';
    throw error;
  }
};
