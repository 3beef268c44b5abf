import { type SweepStore, sweepDeadlines } from '#use-cases/notices/sweep-deadlines.ts';
import { count, log, observed } from '../_runtime/observe.ts';

export type Store = SweepStore;

/** Finds the notices that are due, and has the digests sent whose hour has come. Run by schedule, every hour; what it is sent does not matter. */
export const create = (store: Store) =>
  observed(async (_schedule: unknown) => {
    const swept = await sweepDeadlines(store);
    log('info', 'REDRESS_SWEPT', { ...swept });
    count('NoticeDue', swept.notices);
    return swept;
  });
