import * as z from 'zod';
import { markStalled, type ReconcileStore, reconcile } from '#use-cases/workflow/reconcile.ts';
import { count, log, observed } from '../_runtime/observe.ts';

export type Store = ReconcileStore;

/** What EventBridge says when an execution of a state machine ended badly; a schedule sends something else. */
const ExecutionEnded = z.object({
  'detail-type': z.literal('Step Functions Execution Status Change'),
  detail: z.object({ name: z.string() }),
});

/** By schedule: finds what the stream missed and what stands still. By an execution's bad end: marks its finding. */
export const create = (store: Store) =>
  observed(async (event: unknown) => {
    const ended = ExecutionEnded.safeParse(event);
    if (ended.success) {
      await markStalled(store, ended.data.detail.name);
      return { relayed: 0, restarted: 0, failed: [] };
    }
    const done = await reconcile(store);
    log(done.failed.length > 0 ? 'error' : 'info', 'REDRESS_RECONCILED', { ...done });
    count('EventReconciled', done.relayed);
    count('ExecutionRestarted', done.restarted);
    count('ReconcileFault', done.failed.length);
    return done;
  });
