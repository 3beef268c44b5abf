import * as z from 'zod';
import { EventCommitted } from '#contracts/bus.ts';
import { type HoldStore, holdEvidence } from '#use-cases/evidence/hold-evidence.ts';
import { log } from '../_runtime/observe.ts';
import { createWorker } from '../_runtime/worker.ts';

export type Store = HoldStore;

/** A message of the bus as its rule puts it on the queue. */
const BusEvent = z.object({ detail: EventCommitted });

/** Sets the legal hold of a finding's files to what the finding says, whenever that may have changed. */
export const create = (store: Store) =>
  createWorker(BusEvent, 'REDRESS_EVIDENCE_HOLD_FAULT', async ({ detail: { kind, aggregate } }) => {
    if (kind !== 'finding') return;
    const held = await holdEvidence(store, aggregate);
    if (held) log('info', 'REDRESS_EVIDENCE_HOLD', { finding: aggregate, ...held });
  });
