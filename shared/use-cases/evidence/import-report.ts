import type { AuditEvent } from '#domain/audit/events.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import { type AuditStore, giveAuditCommand } from '../audits/give-audit-command.ts';
import { importOf } from '../audits/import-rows.ts';
import { auditNotFound } from '../commands/access.ts';
import { type RegistrationStore, registerFile } from './register-evidence.ts';

export interface ImportReportRequest {
  readonly audit: string;
  /** The upload that was granted and done. */
  readonly upload: string;
  readonly actor: Actor;
  readonly key: string;
}

/** A report is known by its bytes: the same file is the same import, whoever hands it in and however often. */
export const importIdOf = (sha256: string): string => sha256.slice(0, 32);

/** Registers an uploaded report and has it read. A file that was imported before is answered as it stands. */
export const importReport = async (
  store: RegistrationStore & AuditStore,
  request: ImportReportRequest,
): Promise<Result<Sealed<AuditEvent>>> => {
  const latest = await store.audits.latest(request.audit);
  if (!latest) return refuse(auditNotFound);
  const file = await registerFile(store, { kind: 'audit', aggregate: request.audit }, request.upload, request.actor);
  if (!file.ok) return file;
  const importId = importIdOf(file.value.sha256);
  const before = importOf(latest.state, importId);
  if (before && before.status !== 'refused') return ok(latest);
  return giveAuditCommand(store, {
    audit: request.audit,
    command: { name: 'importReport', body: { importId, fileName: file.value.fileName, key: file.value.key } },
    actor: request.actor,
    key: request.key,
  });
};
