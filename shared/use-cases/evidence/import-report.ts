import type { AuditEvent } from '#domain/audit/events.ts';
import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { whyNoEvidence } from '#domain/evidence/reasons.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import type { EvidenceRecords } from '#ports/evidence.ts';
import { type AuditStore, giveAuditCommand } from '../audits/give-audit-command.ts';
import { importOf } from '../audits/import-rows.ts';
import { auditNotFound, mayPlan, notAPlanner } from '../commands/access.ts';

export interface ImportReportRequest {
  readonly audit: string;
  /** The upload that was granted and done. */
  readonly upload: string;
  readonly actor: Actor;
  readonly key: string;
}

/** A report is known by its bytes: the same file is the same import, whoever hands it in and however often. */
export const importIdOf = (sha256: string): string => sha256.slice(0, 32);

/** Who uploaded a report hands it in. One that came by a link was nobody's who could: any planner, or Redress. */
const mayHandIn = ({ by, link }: EvidenceRecord, { person, roles }: Actor): boolean =>
  by === person || link !== undefined || roles.includes('system');

/** Has a registered report read. A file that was imported before is answered as it stands. */
export const importReport = async (
  store: AuditStore & { readonly evidence: Pick<EvidenceRecords, 'get'> },
  { audit, upload, actor, key }: ImportReportRequest,
): Promise<Result<Sealed<AuditEvent>>> => {
  const latest = await store.audits.latest(audit);
  if (!latest) return refuse(auditNotFound);
  if (!mayPlan(actor, latest.state.facts.team)) return refuse(notAPlanner);
  const record = await store.evidence.get({ kind: 'audit', aggregate: audit }, upload);
  if (!record || !mayHandIn(record, actor))
    return refuse({ code: 'not-found', message: 'You asked for no such upload here.', field: 'upload' });
  const reason = whyNoEvidence(record, 'upload');
  if (reason) return refuse(reason);
  const importId = importIdOf(record.sha256);
  const before = importOf(latest.state, importId);
  if (before && before.status !== 'refused') return ok(latest);
  return giveAuditCommand(store, {
    audit,
    command: { name: 'importReport', body: { importId, fileName: record.fileName, evidence: record.id } },
    actor,
    key,
  });
};
