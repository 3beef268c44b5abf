import type { EvidenceRecord } from '../evidence/evidence.ts';
import type { Policy } from '../policy/policy.ts';
import type { PlanSubmission, Submission } from '../submission/submission.ts';
import type { AnchorDates } from './anchor-dates.ts';

/** A person on the team of the audit that raised the finding. */
export interface TeamMember {
  readonly person: string;
  readonly role: 'lead-auditor' | 'auditor';
}

/**
 * Everything `decide` may know besides the finding and the command. Values only: whoever builds it has read the clock
 * and the table.
 */
export interface DecisionContext {
  /** Instant in UTC. */
  readonly now: string;
  /** The same instant's civil date in the organization's time zone. */
  readonly today: string;
  readonly audit: {
    readonly id: string;
    readonly team: readonly TeamMember[];
    readonly anchors: AnchorDates | undefined;
  };
  /** `issue` only: the finding's id and the policy in force. */
  readonly issuing?: { readonly id: string; readonly policy: Policy } | undefined;
  /** `submit` only: the hash under which the content is stored. */
  readonly submissionHash?: string | undefined;
  /** `validate` only: what the finding's newest submission says and what it may refer to. */
  readonly validating?:
    | {
        readonly submission: Submission;
        readonly evidence: readonly EvidenceRecord[];
        readonly acceptedPlan: PlanSubmission | undefined;
      }
    | undefined;
  /**
   * `accept` and `return` only, when transcribed: the file record of the document it names, if the finding has it, and
   * the directory's names of who handed in and who transcribes, by their addresses.
   */
  readonly transcribing?:
    | { readonly document: EvidenceRecord | undefined; readonly names: Readonly<Record<string, string>> }
    | undefined;
}
