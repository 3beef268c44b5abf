import { IntakeInput } from '#contracts/tasks.ts';
import { type ReadReportStore, readUploadedReport } from '#use-cases/audits/read-report.ts';
import { createTask } from '../_runtime/task.ts';

export type Store = ReadReportStore;

/** Reads an uploaded audit report into rows. */
export const create = (store: Store) =>
  createTask(IntakeInput, 'read-report', (task) => readUploadedReport(store, task));
