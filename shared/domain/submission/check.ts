import type { EvidenceRecord } from '../evidence/evidence.ts';
import { type FileStanding, whyNoEvidence } from '../evidence/reasons.ts';
import type { Finding } from '../finding/state.ts';
import type { Refusal } from '../result.ts';
import { checkCorrection } from './check-correction.ts';
import { checkPlan } from './check-plan.ts';
import { checkRemediation } from './check-remediation.ts';
import { evidenceNamedIn } from './evidence-named.ts';
import type { PlanSubmission, Submission } from './submission.ts';

/** A submission and all it is checked against. `acceptedPlan` is that of the same cycle; it is needed for remediation. */
export interface Checked {
  readonly finding: Pick<Finding, 'facts'> & { readonly due: Readonly<Record<'correction' | 'remediation', string>> };
  /** The civil date on which the submission was handed in. */
  readonly today: string;
  readonly submission: Submission;
  readonly evidence: readonly (FileStanding & Pick<EvidenceRecord, 'id' | 'sha256'>)[];
  readonly acceptedPlan: PlanSubmission | undefined;
}

const evidenceReasons = ({ submission, evidence }: Checked): Refusal[] =>
  evidenceNamedIn(submission).flatMap(({ ref, field }): Refusal[] => {
    const record = evidence.find((each) => each.id === ref.id);
    if (!record)
      return [{ code: 'evidence-missing', message: 'No such file was uploaded for this finding. Upload it.', field }];
    const reason = whyNoEvidence(record, field);
    if (reason) return [reason];
    return record.sha256 === ref.sha256
      ? []
      : [{ code: 'evidence-hash-differs', message: `The hash given is not that of ${record.fileName}.`, field }];
  });

const contentReasons = (checked: Checked): Refusal[] => {
  const { submission } = checked;
  switch (submission.stage) {
    case 'plan':
      return checkPlan(submission.content, checked);
    case 'correction':
      return checkCorrection(submission.content, checked);
    case 'remediation':
      return checkRemediation(submission.content, checked);
  }
};

/**
 * Whether a submission carries what ISO/IEC 27001, 10.2 asks for. Every reason at once, so that a submitter mends them
 * all in one go; none means complete.
 */
export const checkSubmission = (checked: Checked): readonly Refusal[] => [
  ...contentReasons(checked),
  ...evidenceReasons(checked),
];
