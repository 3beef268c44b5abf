import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { systemActor } from '#domain/people/person.ts';
import type { Refusal } from '#domain/result.ts';
import type { EvidenceRecords } from '#ports/evidence.ts';
import type { AuditStore } from '../audits/give-audit-command.ts';
import { untilCommitted } from '../commit.ts';
import { importReport } from './import-report.ts';

/** A report that came by a link could not be handed on, and no retry mends that. */
export class ReportNotHandedOn extends Error {
  override readonly name = 'ReportNotHandedOn';
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.message).join(' '));
  }
}

/**
 * Has a registered report read that came by a link: its uploader has no account to hand it in with. What is left to the
 * ISMS manager is to confirm the rows. Repeated, it does nothing.
 */
export const handOnReport = async (
  store: AuditStore & { readonly evidence: Pick<EvidenceRecords, 'get'> },
  { kind, aggregate, id, link }: EvidenceRecord,
): Promise<void> => {
  if (kind !== 'audit' || link === undefined) return;
  const request = { audit: aggregate, upload: id, actor: systemActor, key: `import-${id}` };
  const done = await untilCommitted(() => importReport(store, request));
  if (!done.ok) throw new ReportNotHandedOn(done.refusals);
};
