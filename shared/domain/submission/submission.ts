import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { PersonId } from '../people/person.ts';

/*
 * What a person hands in for a stage. Every part is optional here: a missing part is no malformed request but an
 * incomplete submission, and `check-*.ts` answers it with every reason at once, as ISO/IEC 27001, 10.2 asks for.
 */

const text = z.string().trim().min(1).max(4000);
/** The submitter's own short name for a cause or an action, by which other parts refer to it: `C1`, `A2`. */
const Label = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/, {
    error: 'Use a short name of letters, digits, dots, dashes: C1, A2.',
  });
/** An evidence record by its id, with the SHA-256 (hex) that the submitter saw. */
export const EvidenceRef = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'Give the SHA-256 as 64 lower-case hex digits.' }),
});
export type EvidenceRef = z.infer<typeof EvidenceRef>;
const Evidence = z.array(EvidenceRef).max(50);

const Cause = z.strictObject({ label: Label, description: text });

/**
 * An answer to "why?". The answers stand in the order in which one reads their tree: one of depth 2 asks on from the last
 * of depth 1 before it. `cause`: the label of the cause that it comes down to.
 */
const Why = z.strictObject({ answer: text, depth: z.int().min(0).max(9), cause: Label.optional() });
export type Why = z.infer<typeof Why>;

export const rootCauseMethods = ['5-whys', 'fishbone', 'fault-tree', 'other'] as const;

const PlannedAction = z.strictObject({
  label: Label,
  what: text,
  /** Labels of the causes this action removes. */
  removes: z.array(Label).max(20).optional(),
  responsible: PersonId.optional(),
  dueDate: CivilDate.optional(),
  /** How success will be seen. */
  successMeasure: text.optional(),
  /** Labels of actions that must be done first. */
  dependsOn: z.array(Label).max(20).optional(),
});
export type PlannedAction = z.infer<typeof PlannedAction>;

export const PlanSubmission = z.strictObject({
  correction: z.strictObject({ what: text, who: PersonId, by: CivilDate }).optional(),
  consequences: text.optional(),
  rootCause: z
    .strictObject({
      method: z.enum(rootCauseMethods),
      causes: z.array(Cause).max(20),
      contributing: z.array(Cause).max(20).optional(),
      /** Where the method is 5 whys: a tree of answers. Plain texts are a chain, each asking on from the one before. */
      whys: z
        .array(z.union([text, Why]))
        .max(40)
        .optional(),
    })
    .optional(),
  similar: z.strictObject({ found: z.boolean(), where: text, what: text.optional() }).optional(),
  actions: z.array(PlannedAction).max(50).optional(),
  riskAndImpact: text.optional(),
  ismsChanges: text.optional(),
  approvedBy: PersonId.optional(),
  evidence: Evidence.optional(),
});
export type PlanSubmission = z.infer<typeof PlanSubmission>;

export const CorrectionSubmission = z.strictObject({
  requirement: text.optional(),
  proof: text.optional(),
  statement: text.optional(),
  correctedOn: CivilDate.optional(),
  extent: z.strictObject({ allInstances: z.boolean(), which: text.optional() }).optional(),
  evidence: Evidence.optional(),
});
export type CorrectionSubmission = z.infer<typeof CorrectionSubmission>;

const ActionDone = z.strictObject({
  label: Label,
  doneOn: CivilDate.optional(),
  doneBy: PersonId.optional(),
  evidence: Evidence.optional(),
});

export const RemediationSubmission = z.strictObject({
  actions: z.array(ActionDone).max(50).optional(),
  /** How each cause of the plan is known to be gone. */
  causes: z
    .array(z.strictObject({ label: Label, removed: text, evidence: Evidence.optional() }))
    .max(40)
    .optional(),
  ismsChanges: text.optional(),
  effectiveness: z
    .strictObject({
      criterion: text.optional(),
      method: text.optional(),
      sample: text.optional(),
      result: text.optional(),
      by: PersonId.optional(),
    })
    .optional(),
});
export type RemediationSubmission = z.infer<typeof RemediationSubmission>;

/** A submission of a stage, as it is stored once under its hash. */
export const Submission = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('plan'), content: PlanSubmission }),
  z.strictObject({ stage: z.literal('correction'), content: CorrectionSubmission }),
  z.strictObject({ stage: z.literal('remediation'), content: RemediationSubmission }),
]);
export type Submission = z.infer<typeof Submission>;

/** People who carry out actions, as a submission names them: they may submit, and may not verify. */
export const actionOwnersIn = (submission: Submission): string[] => {
  const named =
    submission.stage === 'plan'
      ? [submission.content.correction?.who, ...(submission.content.actions ?? []).map((action) => action.responsible)]
      : submission.stage === 'remediation'
        ? (submission.content.actions ?? []).map((action) => action.doneBy)
        : [];
  return [...new Set(named.filter((person) => person !== undefined))].sort();
};
