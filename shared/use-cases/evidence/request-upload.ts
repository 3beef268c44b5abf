import type { EvidenceRecord, EvidenceType } from '#domain/evidence/evidence.ts';
import { needsParts, partBytes, partCount } from '#domain/evidence/parts.ts';
import { policyOf } from '#domain/evidence/retention.ts';
import { endingOf, evidenceTypes, maxPieceBytes } from '#domain/evidence/types.ts';
import { isOpen } from '#domain/finding/state.ts';
import type { Actor } from '#domain/people/person.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { ok, type Refusal, type Result, refuse } from '#domain/result.ts';
import type { EvidenceRecords, FileOwner, IntakeFiles, UploadGrant } from '#ports/evidence.ts';
import type { Random } from '#ports/random.ts';
import {
  auditNotFound,
  findingNotFound,
  may,
  mayPlan,
  mayRead,
  notAPlanner,
  notPermitted,
} from '../commands/access.ts';
import type { Trails } from '../trails.ts';
import { grantSeconds } from './upload-parts.ts';

export interface UploadStore extends Trails {
  readonly evidence: EvidenceRecords;
  readonly files: Pick<IntakeFiles, 'grantUpload' | 'beginParts'>;
  readonly random: Random;
  /** The policy in force, for what has none of its own. */
  readonly policy: Policy;
}

/** What the file will be, to the byte. */
export interface DeclaredFile {
  readonly fileName: string;
  readonly type: EvidenceType;
  readonly size: number;
  readonly sha256: string;
  /** Where a browser without scripts is sent once the file has arrived. */
  readonly returnTo?: string | undefined;
}

/** `upload`: the form for a file in one piece. `parts`: how many parts of which size a larger one is to be sent in. */
export interface GrantedUpload {
  readonly record: EvidenceRecord;
  readonly upload?: UploadGrant;
  readonly parts?: { readonly count: number; readonly size: number };
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 100_000) / 10} MB`;

const refusedFile = ({ fileName, type, size }: DeclaredFile, largestBytes: number): Refusal[] => [
  ...((evidenceTypes[type] as readonly string[]).includes(endingOf(fileName))
    ? []
    : [
        {
          code: 'type-differs',
          message: `A ${type} file is named .${evidenceTypes[type].join(' or .')}. Choose the right file or type.`,
          field: 'fileName',
        },
      ]),
  ...(size <= largestBytes
    ? []
    : [
        {
          code: 'file-too-large',
          message: `A file has at most ${megabytes(largestBytes)} here; this one has ${megabytes(size)}. Split it.`,
          field: 'size',
        },
      ]),
];

const grant = async (
  store: UploadStore,
  owner: FileOwner,
  { file, largestBytes }: { readonly file: DeclaredFile; readonly largestBytes: number },
  actor: Actor,
): Promise<Result<GrantedUpload>> => {
  const reasons = refusedFile(file, largestBytes);
  if (reasons.length > 0) return refuse(...reasons);
  const id = store.random.id();
  const { returnTo, ...described } = file;
  const { type, size, sha256 } = described;
  const key = `${owner.kind === 'finding' ? 'evidence' : 'reports'}/${owner.aggregate}/${id}`;
  const record: EvidenceRecord = {
    id,
    ...owner,
    ...described,
    key,
    status: 'uploading',
    ...(actor.link !== undefined && { link: actor.link }),
    by: actor.person,
    at: store.clock.now(),
  };
  if (needsParts(size)) {
    const inParts = { ...record, parts: await store.files.beginParts({ key, type }) };
    await store.evidence.add(inParts);
    return ok({ record: inParts, parts: { count: partCount(size), size: partBytes } });
  }
  const upload = await store.files.grantUpload({ key, type, size, sha256, expiresInSeconds: grantSeconds, returnTo });
  await store.evidence.add(record);
  return ok({ record, upload });
};

/**
 * Grants the upload of one file of evidence to somebody who works on the finding. Who comes by a link is let in by the
 * link: the caller has seen that it is for this finding.
 */
export const requestUpload = async (
  store: UploadStore,
  finding: string,
  file: DeclaredFile,
  actor: Actor,
): Promise<Result<GrantedUpload>> => {
  const state = (await store.findings.latest(finding))?.state;
  const team = state && (await store.audits.latest(state.facts.audit))?.state.facts.team;
  const byLink = actor.link !== undefined;
  if (!state || !team || !(byLink || mayRead(actor, state, team))) return refuse(findingNotFound);
  if (!byLink && !may('uploadEvidence', actor, { finding: state, team })) return refuse(notPermitted('uploadEvidence'));
  if (!isOpen(state))
    return refuse({ code: 'wrong-state', message: `This finding is ${state.status}: it takes no more evidence.` });
  const { largestBytes } = policyOf(state, store.policy).evidence;
  return grant(store, { kind: 'finding', aggregate: finding }, { file, largestBytes }, actor);
};

export const reportTypes: readonly EvidenceType[] = [
  'text/csv',
  'text/plain',
  'application/json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** Grants the upload of an audit report, always in one piece. A link is for one audit: the caller has seen which. */
export const requestReportUpload = async (
  store: UploadStore,
  audit: string,
  file: DeclaredFile,
  actor: Actor,
): Promise<Result<GrantedUpload>> => {
  const team = (await store.audits.latest(audit))?.state.facts.team;
  if (!team) return refuse(auditNotFound);
  if (actor.link === undefined && !mayPlan(actor, team)) return refuse(notAPlanner);
  if (!reportTypes.includes(file.type))
    return refuse({
      code: 'type-unreadable',
      message: 'A report is read from CSV, XLSX or OSCAL JSON. Export the list of findings as one of these.',
      field: 'type',
    });
  const largestBytes = Math.min(store.policy.evidence.largestBytes, maxPieceBytes);
  return grant(store, { kind: 'audit', aggregate: audit }, { file, largestBytes }, actor);
};
