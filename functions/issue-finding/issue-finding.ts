import { IssueFinding } from '#contracts/tasks.ts';
import { issueConfirmed } from '#use-cases/audits/issue-confirmed.ts';
import { createTask } from '../_runtime/task.ts';

export type Store = Parameters<typeof issueConfirmed>[0];

/** Issues one finding of a confirmed import. */
export const create = (store: Store) =>
  createTask(IssueFinding, 'issue-finding', (task) => issueConfirmed(store, task));
