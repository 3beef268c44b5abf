import { type PackRequested, packRequestedType } from '#contracts/bus.ts';
import type { PackJob } from '#domain/pack/job.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Accesses } from '#ports/accesses.ts';
import type { Bus } from '#ports/bus.ts';
import type { FileOwner } from '#ports/evidence.ts';
import type { PackJobs } from '#ports/packs.ts';
import type { Random } from '#ports/random.ts';
import { allowedOn, type SubjectStore } from '../downloads/allowed.ts';
import type { Asking } from '../downloads/download-file.ts';

export interface RequestPackStore extends SubjectStore {
  readonly packs: Pick<PackJobs, 'add'>;
  readonly accesses: Pick<Accesses, 'record'>;
  readonly bus: Bus;
  readonly random: Pick<Random, 'id'>;
}

/** Asks for the evidence pack of a finding or an audit. It is made in the background. */
export const requestPack = async (
  store: RequestPackStore,
  { kind, aggregate }: FileOwner,
  { actor, address }: Asking,
): Promise<Result<PackJob>> => {
  const allowed = await allowedOn(store, { kind, aggregate }, 'usePacks', actor);
  if (!allowed.ok) return allowed;
  const [id, at] = [store.random.id(), store.clock.now()];
  const job: PackJob = {
    id,
    kind,
    aggregate,
    status: 'waiting',
    begun: 0,
    done: 0,
    of: 0,
    by: actor.person,
    at,
    version: 1,
  };
  await store.packs.add(job);
  await store.accesses.record(job, { at, kind: 'pack-requested', person: actor.person, address, subject: id });
  const detail: PackRequested = { kind, aggregate, id };
  await store.bus.publish([{ detailType: packRequestedType, detail }]);
  return ok(job);
};
