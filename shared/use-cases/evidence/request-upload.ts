import type { EvidenceRecord, EvidenceType } from '#domain/evidence/evidence.ts';
import { evidenceTypes } from '#domain/evidence/evidence.ts';
import { rolesOn } from '#domain/finding/duties.ts';
import { isOpen } from '#domain/finding/state.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { EvidenceRecords, FileOwner, IntakeFiles, UploadGrant } from '#ports/evidence.ts';
import type { Random } from '#ports/random.ts';
import { auditNotFound, findingNotFound, mayPlan, mayRead, notAPlanner } from '../commands/access.ts';
import type { Trails } from '../trails.ts';

export interface UploadStore extends Trails {
  readonly evidence: EvidenceRecords;
  readonly files: IntakeFiles;
  readonly random: Random;
}

/** What the file will be, to the byte. */
export interface DeclaredFile {
  readonly fileName: string;
  readonly type: EvidenceType;
  readonly size: number;
  readonly sha256: string;
}

/** A form to upload with lives this long. */
const grantSeconds = 5 * 60;

const endingFits = (fileName: string, type: EvidenceType): boolean => {
  const ending = fileName.toLowerCase().split('.').at(-1) ?? '';
  return (evidenceTypes[type] as readonly string[]).includes(ending);
};

const grant = async (
  store: UploadStore,
  owner: FileOwner,
  file: DeclaredFile,
  actor: Actor,
): Promise<Result<{ record: EvidenceRecord; upload: UploadGrant }>> => {
  if (!endingFits(file.fileName, file.type))
    return refuse({
      code: 'type-differs',
      message: `A ${file.type} file is named .${evidenceTypes[file.type].join(' or .')}. Choose the right file or type.`,
      field: 'fileName',
    });
  const id = store.random.id();
  const folder = owner.kind === 'finding' ? 'evidence' : 'reports';
  const key = `${folder}/${owner.aggregate}/${id}`;
  const record: EvidenceRecord = {
    id,
    ...owner,
    ...file,
    key,
    status: 'uploading',
    by: actor.person,
    at: store.clock.now(),
  };
  const { type, size, sha256 } = file;
  const upload = await store.files.grantUpload({ key, type, size, sha256, expiresInSeconds: grantSeconds });
  await store.evidence.add(record);
  return ok({ record, upload });
};

/** Grants the upload of one file of evidence to somebody who works on the finding. */
export const requestUpload = async (store: UploadStore, finding: string, file: DeclaredFile, actor: Actor) => {
  const state = (await store.findings.latest(finding))?.state;
  const team = state && (await store.audits.latest(state.facts.audit))?.state.facts.team;
  if (!state || !team || !mayRead(actor, state, team)) return refuse(findingNotFound);
  const uploaders = ['owner', 'action-owner', 'isms-manager', 'internal-auditor', 'lead-auditor'];
  if (!rolesOn(actor, state, team).some((role) => uploaders.includes(role)))
    return refuse({
      code: 'wrong-person',
      message: `Evidence is uploaded by ${uploaders.join(', ')}; you are none of these.`,
    });
  if (!isOpen(state))
    return refuse({ code: 'wrong-state', message: `This finding is ${state.status}: it takes no more evidence.` });
  return grant(store, { kind: 'finding', aggregate: finding }, file, actor);
};

const reportTypes: readonly EvidenceType[] = [
  'text/csv',
  'text/plain',
  'application/json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** Grants the upload of an audit report. */
export const requestReportUpload = async (store: UploadStore, audit: string, file: DeclaredFile, actor: Actor) => {
  const team = (await store.audits.latest(audit))?.state.facts.team;
  if (!team) return refuse(auditNotFound);
  if (!mayPlan(actor, team)) return refuse(notAPlanner);
  if (!reportTypes.includes(file.type))
    return refuse({
      code: 'type-unreadable',
      message: 'A report is read from CSV, XLSX or OSCAL JSON. Export the list of findings as one of these.',
      field: 'type',
    });
  return grant(store, { kind: 'audit', aggregate: audit }, file, actor);
};
