import * as z from 'zod';
import { PackRequested } from '#contracts/bus.ts';
import { type BuildStore, buildPack } from '#use-cases/packs/build-pack.ts';
import { count, log } from '../_runtime/observe.ts';
import { createWorker } from '../_runtime/worker.ts';
import { verifier } from './verifier-source.ts';

export type Store = BuildStore;

/** A message of the bus as its rule puts it on the queue. */
const BusEvent = z.object({ detail: PackRequested });

/** Makes evidence packs. */
export const create = (store: Store) =>
  createWorker(BusEvent, 'REDRESS_PACK_FAULT', async ({ detail }) => {
    const outcome = await buildPack(store, detail, verifier);
    log('info', 'REDRESS_PACK_BUILT', { pack: detail.id, outcome });
    if (outcome !== 'idle') count(outcome === 'ready' ? 'PackBuilt' : 'PackFailed');
  });
