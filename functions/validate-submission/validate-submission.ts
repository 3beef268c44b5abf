import { ValidateSubmission } from '#contracts/tasks.ts';
import type { CommandStore } from '#use-cases/commands/context.ts';
import { validateSubmission } from '#use-cases/workflow/validate-submission.ts';
import { createTask } from '../_runtime/task.ts';

export type Store = CommandStore;

/** Validates the newest submission of a finding. */
export const create = (store: Store) =>
  createTask(ValidateSubmission, 'validate-submission', (task) => validateSubmission(store, task));
