/** A state machine of this system, by the name of its folder in `workflows/`. */
export type MachineName = 'nonconformity' | 'audit-intake';

export type StartOutcome = 'started' | 'already-exists';

/**
 * `resumed`: the token's wait is over. `dead-token`: nothing waits on that token any more (timed out, finished, or
 * resumed before); this is not an error, the caller reads WAIT again.
 */
export type ResumeOutcome = 'resumed' | 'dead-token';

export interface ExecutionSummary {
  readonly name: string;
  readonly machine: MachineName;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
}

/** Step Functions as this system uses it: start by name, resume by task token, look. Faults throw `WorkflowFault`. */
export interface Workflows {
  /**
   * One name is one execution, for good. Starting again under it is answered `already-exists`, whether or not the first
   * one has ended; but Step Functions answers `started` again while the first one runs on the very same input.
   */
  start(machine: MachineName, name: string, input: unknown): Promise<StartOutcome>;
  resume(token: string, output: unknown): Promise<ResumeOutcome>;
  describe(machine: MachineName, name: string): Promise<ExecutionSummary | undefined>;
}

/** The workflow service failed or refused in a way that a retry may mend. */
export class WorkflowFault extends Error {
  override readonly name = 'WorkflowFault';
}
