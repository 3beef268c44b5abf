import * as z from 'zod';

/*
 * What the state machines hand to their tasks and get back. The output of a task is the input that its machine routes
 * on, so both stand here together. Ids only: content stays in the table.
 */

const finding = z.string().min(1);
/** Counts the executions of one finding. */
const epoch = z.int().min(1);
/** Where a finding stands, as `stepOf` words it: `plan.awaiting`, `closed`. */
const step = z.string().min(1);

/** Input of an execution of `nonconformity`: `nc-<finding>-e<epoch>`, beginning at `step`. */
export const NonconformityInput = z.object({ finding, epoch, step });
export type NonconformityInput = z.infer<typeof NonconformityInput>;

/** Where the finding stands now: what ends a wait, and what automatic steps answer. */
export const StepReached = z.object({ step });
export type StepReached = z.infer<typeof StepReached>;

const token = z.string().min(1);

/**
 * `await-step`: wait, under this token, for the finding to leave `step`; or for a person to confirm the rows of an
 * import.
 */
export const AwaitStep = z.union([
  z.object({ finding, epoch, step, token }),
  z.object({ audit: z.string().min(1), importId: z.string().min(1), token }),
]);
export type AwaitStep = z.infer<typeof AwaitStep>;

export const ValidateSubmission = z.object({ finding });
export type ValidateSubmission = z.infer<typeof ValidateSubmission>;

const fault = { execution: z.string(), task: z.string(), error: z.string(), cause: z.string() };

/** `record-fault`: a task of this execution failed for good. It goes on the record of the finding, or of the import. */
export const RecordFault = z.union([
  z.object({ finding, ...fault }),
  z.object({ audit: z.string().min(1), importId: z.string().min(1), ...fault }),
]);
export type RecordFault = z.infer<typeof RecordFault>;

/**
 * Input of an execution of `audit-intake`: `intake-<audit>-<importId>-<sequence number of its event>`. `evidence`: the
 * registered report, by the id of its record.
 */
export const IntakeInput = z.object({
  audit: z.string().min(1),
  importId: z.string().min(1),
  evidence: z.string().min(1),
});
export type IntakeInput = z.infer<typeof IntakeInput>;

/** `read-report`: what the file holds. `refused`: no row can be used, the machine ends there. */
export const ReportRead = z.object({ status: z.enum(['to-confirm', 'refused']) });
export type ReportRead = z.infer<typeof ReportRead>;

/** What ends the wait for confirmation: the places of the findings to issue. */
export const Confirmed = z.object({ rows: z.array(z.int().min(0)) });
export type Confirmed = z.infer<typeof Confirmed>;

export const IssueFinding = z.object({ audit: z.string(), importId: z.string(), row: z.int().min(0) });
export type IssueFinding = z.infer<typeof IssueFinding>;

/** `machine`: whether an execution of `nonconformity` is to start (an OFI has none). */
export const FindingIssued = z.object({ finding, machine: z.boolean(), step, epoch });
export type FindingIssued = z.infer<typeof FindingIssued>;

export const FinishImport = z.object({
  audit: z.string(),
  importId: z.string(),
  findings: z.array(z.string()),
});
export type FinishImport = z.infer<typeof FinishImport>;
