import type { Refusal } from '../result.ts';
import type { Checked } from './check.ts';
import { inTheFuture, missingParts } from './missing.ts';
import type { CorrectionSubmission } from './submission.ts';

/** What evidence of correction lacks: the statement in three parts, date, extent, and at least one file. */
export const checkCorrection = (correction: CorrectionSubmission, { today }: Checked): Refusal[] => [
  ...missingParts({
    requirement: [correction.requirement, 'Add the requirement affected.'],
    proof: [correction.proof, 'Add the proof that it is corrected.'],
    statement: [correction.statement, 'Add the short statement that ties the proof to the requirement.'],
    correctedOn: [correction.correctedOn, 'Add the date it was corrected.'],
    extent: [correction.extent, 'Add the extent covered: all instances, or which.'],
    evidence: [correction.evidence, 'Add at least one piece of evidence.'],
  }),
  ...(correction.extent && !correction.extent.allInstances && correction.extent.which === undefined
    ? missingParts({ 'extent.which': [undefined, 'Add which instances were corrected.'] })
    : []),
  ...inTheFuture('correctedOn', correction.correctedOn, today),
];
