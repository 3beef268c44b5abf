import type { RecordFault } from '#contracts/tasks.ts';
import { type AuditStore, giveAuditSystemCommand } from '../audits/give-audit-command.ts';
import { importOf } from '../audits/import-rows.ts';
import type { CommandStore } from '../commands/context.ts';
import { giveSystemCommand } from '../commands/give-command.ts';
import { StepRefused } from './validate-submission.ts';

/** Puts a task's failure on the record of the finding or the import, once for each execution. */
export const recordFault = async (store: CommandStore & AuditStore, fault: RecordFault): Promise<void> => {
  const key = `fault-${fault.execution}`;
  const { task, error } = fault;
  const cause = fault.cause.slice(0, 4000);
  if ('finding' in fault) {
    const command = { name: 'recordFault', body: { task, error, cause } } as const;
    const done = await giveSystemCommand(store, fault.finding, command, key);
    if (!done.ok) throw new StepRefused(done.refusals);
    return;
  }
  const audit = (await store.audits.latest(fault.audit))?.state;
  const status = audit && importOf(audit, fault.importId)?.status;
  if (status === undefined || status === 'refused' || status === 'issued') return;
  // Imported again, the report shows which of its findings were issued before the fault, and issues the others.
  const message = `The import stopped: ${task} failed with ${error}. Import the report again; what was issued stays.`;
  const reasons = [{ code: 'fault', message }];
  const command = { name: 'reportRefused', body: { importId: fault.importId, reasons } } as const;
  const done = await giveAuditSystemCommand(store, fault.audit, command, key);
  if (!done.ok) throw new StepRefused(done.refusals);
};
