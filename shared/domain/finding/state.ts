import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Policy } from '../policy/policy.ts';
import { Requirement } from '../requirement/requirement.ts';
import { TakenCommand } from '../trail/taken-command.ts';
import { Transcribed } from './decision.ts';
import { stages } from './stage.ts';
import { decisionWays } from './way.ts';

/** Where a finding stands. *Open* is every status but `closed` and `withdrawn`. */
export const statuses = [
  'awaiting',
  'validating',
  'verifying',
  'in-review',
  'awaiting-response',
  'response-accepted',
  'response-declined',
  'implemented',
  'closed',
  'withdrawn',
] as const;
export type Status = (typeof statuses)[number];

export const grades = ['major', 'minor', 'ofi'] as const;
export type Grade = (typeof grades)[number];

const StageName = z.enum(stages);
export const Due = z.strictObject({ plan: CivilDate, correction: CivilDate, remediation: CivilDate });

/**
 * `AnchorDates` in `anchor-dates.ts`: the dates that clocks count from, as they were at issue; and what lies ahead, as the
 * audit had it last.
 */
export const Anchors = z.strictObject({
  reportReceived: CivilDate,
  reportIssued: CivilDate,
  closeOfAudit: CivilDate,
  lastDay: CivilDate,
  nextAudit: CivilDate.optional(),
  stage2LastDay: CivilDate.optional(),
  certificateExpires: CivilDate.optional(),
});

/** What the audit report said. Never changes, but for the grade. */
export const FindingFacts = z.strictObject({
  id: z.string(),
  audit: z.string(),
  number: z.string().min(1).max(40),
  requirements: z.array(Requirement).min(1).max(20),
  statement: z.string().min(1).max(4000),
  objectiveEvidence: z.string().max(8000).optional(),
  process: z.string().max(200).optional(),
  raisedBy: z.string().max(200).optional(),
  raisedOn: CivilDate.optional(),
  /** The OFI that this nonconformity was made from. */
  arisesFrom: z.string().optional(),
});

/** A submission by the hash of its content; the content itself is stored once, apart. */
export const SubmissionRef = z.strictObject({
  hash: z.string(),
  by: z.string(),
  on: CivilDate,
  /** Submitted after its due date. Accepted all the same, and marked for good. */
  late: z.boolean(),
});

export const roundOutcomes = ['incomplete', 'not-confirmed', 'returned', 'accepted'] as const;

/** A round that has ended. Rounds and cycles are kept for good. */
export const Round = z.strictObject({
  cycle: z.int().min(1),
  stage: StageName,
  round: z.int().min(1),
  due: CivilDate,
  submission: SubmissionRef,
  outcome: z.enum(roundOutcomes),
  on: CivilDate,
  /** Who ended it; of a transcribed decision who transcribed it. */
  by: z.string(),
  /** Absent where Redress itself ended it. */
  via: z.enum(decisionWays).optional(),
  transcription: Transcribed.optional(),
});
export type Round = z.infer<typeof Round>;

const common = {
  facts: FindingFacts,
  /** Sequence number of the event this state follows from: the version that `If-Match` names. */
  seq: z.int().min(1),
  owner: z.string(),
  issuedOn: CivilDate,
  /** Everybody who gave a command on this finding, so that an appeal is decided by somebody else. */
  tookPart: z.array(z.string()),
  taken: z.array(TakenCommand),
};

/**
 * Why a minor is proposed to be regraded to major: so many minors on one requirement in one audit, or still open at the
 * next audit.
 */
export const ProposedBecause = z.discriminatedUnion('because', [
  z.object({
    because: z.literal('minors-on-one-requirement'),
    framework: z.string().min(1).max(100),
    requirement: z.string().min(1).max(100),
    /** Numbers of all of them, the proposed one among them. */
    minors: z.array(z.string().min(1).max(40)).min(2).max(500),
  }),
  z.object({ because: z.literal('open-at-next-audit'), nextAudit: CivilDate }),
]);
export type ProposedBecause = z.infer<typeof ProposedBecause>;

const nonconformity = {
  ...common,
  grade: z.enum(['major', 'minor']),
  policy: Policy,
  anchors: Anchors,
  due: Due,
  cycle: z.int().min(1),
  rounds: z.array(Round),
  /** People who carry out the plan's actions: they may submit and may not verify. */
  actionOwners: z.array(z.string()),
  /** In this cycle. */
  extensionsGranted: z.int().min(0),
  /** Dates that extensions granted to stages since the clock began: a next audit that is held earlier takes none away. */
  granted: z.strictObject({
    plan: CivilDate.optional(),
    correction: CivilDate.optional(),
    remediation: CivilDate.optional(),
  }),
  /** Proposals to regrade it that the lead auditor refused. Left out: none. */
  refusedRegrades: z.array(ProposedBecause).optional(),
};

/** Requests that lie over an open nonconformity without moving it. */
const overlays = {
  extension: z.strictObject({ by: z.string(), stage: StageName, reason: z.string(), newDueDate: CivilDate }).optional(),
  withdrawal: z.strictObject({ by: z.string(), reason: z.string() }).optional(),
  appeal: z.strictObject({ by: z.string(), grounds: z.string(), on: CivilDate, decideBy: CivilDate }).optional(),
};

const atStage = { ...nonconformity, ...overlays, stage: StageName, round: z.int().min(1) };
const submitted = { ...atStage, submission: SubmissionRef };

export const Verification = z.strictObject({ by: z.string(), on: CivilDate, statement: z.string() });

const Awaiting = z.strictObject({ status: z.literal('awaiting'), ...atStage });
const Validating = z.strictObject({ status: z.literal('validating'), ...submitted });
const Verifying = z.strictObject({ status: z.literal('verifying'), ...submitted });
const InReview = z.strictObject({
  status: z.literal('in-review'),
  ...submitted,
  reviewDue: CivilDate,
  verification: Verification.optional(),
});
const Closed = z.strictObject({ status: z.literal('closed'), ...nonconformity, closedOn: CivilDate });
const Withdrawn = z.strictObject({
  status: z.literal('withdrawn'),
  ...nonconformity,
  withdrawnOn: CivilDate,
  reason: z.string(),
});

const ofi = { ...common, grade: z.literal('ofi') };
const Response = z.strictObject({ by: z.string(), on: CivilDate, comment: z.string() });
const OfiAwaiting = z.strictObject({ status: z.literal('awaiting-response'), ...ofi });
const OfiAccepted = z.strictObject({ status: z.literal('response-accepted'), ...ofi, response: Response });
const OfiDeclined = z.strictObject({ status: z.literal('response-declined'), ...ofi, response: Response });
const OfiImplemented = z.strictObject({
  status: z.literal('implemented'),
  ...ofi,
  response: Response,
  implementation: Response,
});
const OfiClosed = z.strictObject({
  status: z.literal('closed'),
  ...ofi,
  response: Response,
  implementation: Response.optional(),
  closedOn: CivilDate,
});

export const Nonconformity = z.discriminatedUnion('status', [
  Awaiting,
  Validating,
  Verifying,
  InReview,
  Closed,
  Withdrawn,
]);
export type Nonconformity = z.infer<typeof Nonconformity>;

export const Ofi = z.discriminatedUnion('status', [OfiAwaiting, OfiAccepted, OfiDeclined, OfiImplemented, OfiClosed]);
export type Ofi = z.infer<typeof Ofi>;

export const Finding = z.union([Nonconformity, Ofi]);
export type Finding = z.infer<typeof Finding>;

export type AtStage = Extract<Nonconformity, { stage: unknown }>;
export type Submitted = Extract<Nonconformity, { submission: unknown }>;

/** The civil date on which a finding was closed or withdrawn; `undefined` while it is open. */
export const closedOn = (finding: Finding): string | undefined =>
  finding.status === 'closed' ? finding.closedOn : finding.status === 'withdrawn' ? finding.withdrawnOn : undefined;

export const isOpen = ({ status }: { readonly status: Status }): boolean =>
  status !== 'closed' && status !== 'withdrawn';
export const isAtStage = (finding: Finding): finding is AtStage => 'stage' in finding;

/**
 * The one date that a finding waits for now and who must act by it: the stage's due date, the review's, or the
 * appeal's. None for OFIs and finished findings, and none while Redress validates: then nobody can act.
 */
export const clockOf = (
  finding: Finding,
): { on: string; waitsFor: 'owner' | 'verifier' | 'reviewer' | 'appeal' } | undefined => {
  if (!isAtStage(finding)) return undefined;
  if (finding.appeal) return { on: finding.appeal.decideBy, waitsFor: 'appeal' };
  if (finding.status === 'validating') return undefined;
  if (finding.status === 'in-review') return { on: finding.reviewDue, waitsFor: 'reviewer' };
  return { on: finding.due[finding.stage], waitsFor: finding.status === 'verifying' ? 'verifier' : 'owner' };
};

/** The step at which the `nonconformity` machine stands, such as `plan.awaiting`, or `closed`, `withdrawn`. */
export const stepOf = (finding: Finding): string =>
  isAtStage(finding) ? `${finding.stage}.${finding.status}` : finding.status;
