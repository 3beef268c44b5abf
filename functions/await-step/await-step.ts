import { AwaitStep } from '#contracts/tasks.ts';
import { awaitStep } from '#use-cases/workflow/await-step.ts';
import { createTask } from '../_runtime/task.ts';

export type Store = Parameters<typeof awaitStep>[0];

/** Takes down the task token of a wait, or ends the wait at once. */
export const create = (store: Store) => createTask(AwaitStep, 'await-step', (task) => awaitStep(store, task));
