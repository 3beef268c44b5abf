import type { EvidenceView } from '#contracts/http.ts';
import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { EvidenceRecords } from '#ports/evidence.ts';
import { auditNotFound, mayPlan, notAPlanner } from '../commands/access.ts';
import type { Trails } from '../trails.ts';
import { readableFinding } from './read-finding.ts';

type ReadStore = Pick<Trails, 'findings' | 'audits' | 'clock' | 'timeZone'> & {
  readonly evidence: Pick<EvidenceRecords, 'get'>;
};

/** The record as people see it: where the file lies in the intake is nobody's business. */
export const evidenceView = ({ key: _key, parts: _parts, announced: _told, ...record }: EvidenceRecord): EvidenceView =>
  record;

const fileNotFound = { code: 'not-found', message: 'There is no such file here.', field: 'evidence' };

/** One file record of a finding, for its readers. */
export const readEvidence = async (
  store: ReadStore,
  finding: string,
  id: string,
  actor: Actor,
): Promise<Result<EvidenceView>> => {
  const found = await readableFinding(store, finding, actor);
  if (!found.ok) return found;
  const record = await store.evidence.get({ kind: 'finding', aggregate: finding }, id);
  return record ? ok(evidenceView(record)) : refuse(fileNotFound);
};

/** The file record of an audit report, for those who plan the audit. */
export const readReportFile = async (
  store: ReadStore,
  audit: string,
  id: string,
  actor: Actor,
): Promise<Result<EvidenceView>> => {
  const team = (await store.audits.latest(audit))?.state.facts.team;
  if (!team) return refuse(auditNotFound);
  if (!mayPlan(actor, team)) return refuse(notAPlanner);
  const record = await store.evidence.get({ kind: 'audit', aggregate: audit }, id);
  return record ? ok(evidenceView(record)) : refuse({ ...fileNotFound, field: 'upload' });
};
