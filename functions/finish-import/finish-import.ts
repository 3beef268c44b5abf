import { FinishImport } from '#contracts/tasks.ts';
import { finishImport } from '#use-cases/audits/issue-confirmed.ts';
import { createTask } from '../_runtime/task.ts';

export type Store = Parameters<typeof finishImport>[0];

/** Marks an import as issued. */
export const create = (store: Store) => createTask(FinishImport, 'finish-import', (task) => finishImport(store, task));
