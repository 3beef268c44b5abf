import type { FindingIssued, FinishImport, IssueFinding } from '#contracts/tasks.ts';
import type { AuditCommand } from '#domain/audit/commands.ts';
import { stepOf } from '#domain/finding/state.ts';
import type { Contents } from '#ports/trail.ts';
import { findingIdOf, type IssueStore, issueFinding } from '../commands/issue-finding.ts';
import { untilCommitted } from '../commit.ts';
import { type AuditStore, giveAuditSystemCommand } from './give-audit-command.ts';
import { importOf, readConfirmed } from './import-rows.ts';
import { ImportOutOfStep } from './read-report.ts';

/** Issues one finding of a confirmed import, in the name of who confirmed it. Repeated: the finding that is there. */
export const issueConfirmed = async (
  store: IssueStore & { readonly contents: Contents },
  task: IssueFinding,
): Promise<FindingIssued> => {
  const audit = (await store.audits.latest(task.audit))?.state;
  const found = audit && importOf(audit, task.importId);
  const findings = found?.confirmed ? await readConfirmed(store.contents, task.audit, found.confirmed) : [];
  const body = findings[task.row];
  if (!found || !body)
    throw new ImportOutOfStep([{ code: 'not-found', message: `Import ${task.importId} has no finding ${task.row}.` }]);

  const issued = await untilCommitted(() =>
    issueFinding(store, {
      audit: task.audit,
      body,
      actor: { person: found.by, roles: [found.role] },
      key: `${task.importId}-${task.row}`,
    }),
  );
  if (!issued.ok) throw new ImportOutOfStep(issued.refusals);
  const latest = await store.findings.latest(findingIdOf(task.audit, body.number));
  const finding = latest?.state ?? issued.value.state;
  return { finding: finding.facts.id, machine: finding.grade !== 'ofi', step: stepOf(finding), epoch: 1 };
};

/** Marks the import as issued, with the findings that came of it. */
export const finishImport = async (store: AuditStore, task: FinishImport): Promise<void> => {
  const audit = (await store.audits.latest(task.audit))?.state;
  if (audit && importOf(audit, task.importId)?.status === 'issued') return;
  const command: AuditCommand = { name: 'finishImport', body: { importId: task.importId, issued: task.findings } };
  const done = await giveAuditSystemCommand(store, task.audit, command, `finish-${task.importId}`);
  if (!done.ok) throw new ImportOutOfStep(done.refusals);
};
