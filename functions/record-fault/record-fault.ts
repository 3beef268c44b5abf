import { RecordFault } from '#contracts/tasks.ts';
import { recordFault } from '#use-cases/workflow/record-fault.ts';
import { createTask } from '../_runtime/task.ts';

export type Store = Parameters<typeof recordFault>[0];

/** Puts a task's failure on the record. */
export const create = (store: Store) => createTask(RecordFault, 'record-fault', (task) => recordFault(store, task));
