import type { PackJob } from '#domain/pack/job.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Refusal, type Result, refuse } from '#domain/result.ts';
import type { Accesses } from '#ports/accesses.ts';
import type { DownloadGrant, FileOwner } from '#ports/evidence.ts';
import type { PackFiles, PackJobs } from '#ports/packs.ts';
import { allowedOn, type SubjectStore } from '../downloads/allowed.ts';
import { type Asking, downloadSeconds } from '../downloads/download-file.ts';

export interface PackStore extends SubjectStore {
  readonly packs: Pick<PackJobs, 'get' | 'of'>;
}

const packNotFound: Refusal = { code: 'not-found', message: 'There is no such pack here.' };

/** The packs of a finding or an audit, newest first. */
export const listPacks = async (
  store: PackStore,
  owner: FileOwner,
  actor: Actor,
): Promise<Result<readonly PackJob[]>> => {
  const allowed = await allowedOn(store, owner, 'usePacks', actor);
  return allowed.ok ? ok(await store.packs.of(owner)) : allowed;
};

/** How far a pack is. */
export const getPack = async (
  store: PackStore,
  owner: FileOwner,
  id: string,
  actor: Actor,
): Promise<Result<PackJob>> => {
  const allowed = await allowedOn(store, owner, 'usePacks', actor);
  if (!allowed.ok) return allowed;
  const job = await store.packs.get(owner, id);
  return job ? ok(job) : refuse(packNotFound);
};

export interface DownloadPackStore extends PackStore {
  readonly packFiles: Pick<PackFiles, 'grantDownload'>;
  readonly accesses: Pick<Accesses, 'record'>;
}

/** Grants the download of a pack that is ready; it is on the record before the address is handed out. */
export const downloadPack = async (
  store: DownloadPackStore,
  owner: FileOwner,
  id: string,
  { actor, address }: Asking,
): Promise<Result<DownloadGrant>> => {
  const job = await getPack(store, owner, id, actor);
  if (!job.ok) return job;
  const { status, key, aggregate, at, reason } = job.value;
  if (status !== 'ready' || key === undefined)
    return refuse({
      code: 'wrong-state',
      message: `This pack is ${status}${reason === undefined ? ': wait until it is ready.' : `: ${reason}`}`,
    });
  const grant = await store.packFiles.grantDownload({
    key,
    fileName: `evidence-pack-${aggregate}-${at.slice(0, 10)}.zip`,
    type: 'application/zip',
    expiresInSeconds: downloadSeconds,
  });
  const access = {
    at: store.clock.now(),
    kind: 'pack-downloaded',
    person: actor.person,
    address,
    subject: id,
  } as const;
  await store.accesses.record(owner, access);
  return ok(grant);
};
