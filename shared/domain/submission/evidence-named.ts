import type { EvidenceRef, Submission } from './submission.ts';

// Apart from the schemas: the offline verifier carries this, and zod is not carried.

/** Every evidence reference in a submission, with the path of the field that names it. */
export const evidenceNamedIn = (submission: Submission): { ref: EvidenceRef; field: string }[] => {
  const listed = (refs: readonly EvidenceRef[] | undefined, path: string) =>
    (refs ?? []).map((ref, i) => ({ ref, field: `${path}[${i}]` }));
  if (submission.stage !== 'remediation') return listed(submission.content.evidence, 'evidence');
  const { actions = [], causes = [] } = submission.content;
  return [
    ...actions.flatMap((action, i) => listed(action.evidence, `actions[${i}].evidence`)),
    ...causes.flatMap((cause, i) => listed(cause.evidence, `causes[${i}].evidence`)),
  ];
};
