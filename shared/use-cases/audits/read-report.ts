import type { ReportRead } from '#contracts/tasks.ts';
import type { AuditCommand } from '#domain/audit/commands.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import { civilDateOf } from '#domain/calendar/civil-date.ts';
import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { readReport } from '#domain/report/read-report.ts';
import type { ReportRow } from '#domain/report/row.ts';
import { ok, type Refusal, type Result, refuse } from '#domain/result.ts';
import type { EvidenceRecords, VaultFiles } from '#ports/evidence.ts';
import type { ReportReader } from '#ports/report-reader.ts';
import type { Contents } from '#ports/trail.ts';
import { findingIdOf } from '../commands/issue-finding.ts';
import { type AuditStore, giveAuditSystemCommand } from './give-audit-command.ts';
import { importOf, isTooLarge, storeContent } from './import-rows.ts';

export interface ReadReportStore extends AuditStore {
  readonly contents: Contents;
  readonly evidence: Pick<EvidenceRecords, 'get'>;
  readonly vault: Pick<VaultFiles, 'read'>;
  readonly reader: ReportReader;
}

/** Bytes of a report, at most. */
const maxReportBytes = 10_000_000;

/** A number that was issued in this audit from another report cannot be issued again. */
const refuseUsed = async (store: ReadReportStore, audit: string, row: ReportRow): Promise<ReportRow> => {
  if (!(await store.findings.latest(findingIdOf(audit, row.number)))) return row;
  const used = {
    code: 'number-used',
    message: `${row.number} was issued in this audit already. Take the row out, or give the finding its own number.`,
    field: 'number',
  };
  return { ...row, status: 'refused', refusals: [...row.refusals, used] };
};

const rowsOf = async (
  store: ReadReportStore,
  audit: string,
  { fileName, kept }: EvidenceRecord,
): Promise<Result<ReportRow[]>> => {
  if (!kept) throw new RangeError(`the report ${fileName} of ${audit} is not in the vault`);
  const bytes = await store.vault.read(kept.key, kept.versionId, maxReportBytes + 1);
  if (bytes.length > maxReportBytes)
    return refuse({
      code: 'report-too-large',
      message: 'A report is at most 10 MB. Upload the list of findings alone.',
    });
  const source = await store.reader.read(bytes, fileName);
  if (!source.ok) return source;
  const read = readReport(source.value, { today: civilDateOf(store.clock.now(), store.timeZone) });
  if (!read.ok) return read;
  const rows: ReportRow[] = [];
  for (const row of read.value.rows) rows.push(await refuseUsed(store, audit, row));
  return isTooLarge(rows)
    ? refuse({ code: 'report-too-large', message: 'The rows hold too much text for one import. Split the report.' })
    : ok(rows);
};

/** A refusal here means that the trail itself cannot go on: a fault, and not something a person can mend. */
export class ImportOutOfStep extends Error {
  override readonly name = 'ImportOutOfStep';
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.message).join(' '));
  }
}

/** Reads an uploaded report and puts its rows, or why it cannot be read, on the audit. Repeated: the same answer. */
export const readUploadedReport = async (
  store: ReadReportStore,
  task: { readonly audit: string; readonly importId: string; readonly evidence: string },
): Promise<ReportRead> => {
  const { importId } = task;
  const audit = (await store.audits.latest(task.audit))?.state;
  const found = audit && importOf(audit, importId);
  if (!found) throw new ImportOutOfStep([{ code: 'not-found', message: `There is no import ${task.importId}.` }]);
  if (found.status !== 'reading') return { status: found.status === 'refused' ? 'refused' : 'to-confirm' };

  const file = await store.evidence.get({ kind: 'audit', aggregate: task.audit }, task.evidence);
  if (!file) throw new RangeError(`there is no report ${task.evidence} of ${task.audit}`);
  const rows = await rowsOf(store, task.audit, file);
  if (rows.ok) await storeContent(store.contents, task.audit, store.digest(rows.value), rows.value);
  const command: AuditCommand = rows.ok
    ? { name: 'reportRead', body: { importId, rows: store.digest(rows.value) } }
    : { name: 'reportRefused', body: { importId, reasons: rows.refusals.map((refusal) => ({ ...refusal })) } };
  // A report that was refused may be handed in again: each time it is read is a command of its own.
  const events: readonly AuditEvent[] = await store.audits.all(task.audit);
  const handedIn = events.findLast((event) => event.type === 'report-imported' && event.data.importId === importId);
  const done = await giveAuditSystemCommand(store, task.audit, command, `read-${importId}-${handedIn?.seq}`);
  if (!done.ok) throw new ImportOutOfStep(done.refusals);
  return { status: rows.ok ? 'to-confirm' : 'refused' };
};
