import type { Finding } from '../finding/state.ts';
import type { StatedFinding } from './manifest.ts';

/* The layout of a pack: docs/evidence-pack.md. Without zod, since the offline verifier carries it. */

export const formatName = 'redress-evidence-pack';
export const formatVersion = 1;

export const manifestPath = 'manifest.json';
export const signaturePath = 'manifest.sig';
export const publicKeyPath = 'public-key.pem';
export const verifierPath = 'verify.mjs';
export const readmePath = 'README.txt';

/** What the manifest cannot list: it comes last, in this order. */
export const unlisted = [manifestPath, signaturePath] as const;

/** Where everything of one finding lies. Ids are lower-case letters, digits, `-` and `_`. */
export const findingFolder = (id: string): string => `findings/${id}`;
export const auditFolder = 'audit';

export const inFolder = (folder: string) => ({
  events: `${folder}/events.json`,
  submissions: `${folder}/submissions/`,
  evidence: `${folder}/evidence/`,
  records: `${folder}/evidence.json`,
  notices: `${folder}/notices.json`,
  accesses: `${folder}/accesses.json`,
  /** Audits only: contents by their hash, and the reports that were imported. */
  contents: `${folder}/contents/`,
  reports: `${folder}/reports/`,
});
export type Folder = ReturnType<typeof inFolder>;

interface AtRound {
  readonly stage: string;
  readonly cycle: number;
  readonly round: number;
}

export const submissionPath = (folder: Folder, { stage, cycle, round }: AtRound): string =>
  `${folder.submissions}${stage}-c${cycle}-r${round}.json`;

export const contentPath = (folder: Folder, hash: string): string => `${folder.contents}${hash}.json`;

/** Documents by the stage and round that name them first. */
export const roundFolder = (folder: Folder, { stage, cycle, round }: AtRound): string =>
  `${folder.evidence}${stage}/c${cycle}-r${round}/`;
export const unnamedFolder = (folder: Folder): string => `${folder.evidence}unnamed/`;

/** The state of a finding in the few words that a manifest states it in. */
export const statedState = (
  finding: Finding,
): Pick<StatedFinding, 'number' | 'grade' | 'status' | 'stage' | 'cycle' | 'round'> => ({
  number: finding.facts.number,
  grade: finding.grade,
  status: finding.status,
  ...('cycle' in finding && { cycle: finding.cycle }),
  ...('stage' in finding && { stage: finding.stage, round: finding.round }),
});

/** `remediation in-review, cycle 1, round 2`, or `closed`. */
export const stateInWords = ({ status, stage, cycle, round }: StatedFinding): string =>
  stage === undefined ? status : `${stage} ${status}, cycle ${cycle}, round ${round}`;
