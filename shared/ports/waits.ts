/**
 * Where a machine waits: the task token that ends the wait. `subject` is what it waits for: a finding's next step, or
 * a person's confirmation of an import.
 */
export type WaitSubject =
  | { readonly kind: 'finding'; readonly finding: string }
  | { readonly kind: 'import'; readonly audit: string; readonly importId: string };

export interface Wait {
  readonly token: string;
  readonly step: string;
  /** Counts the executions of one subject: `nc-<id>-e<epoch>`. */
  readonly epoch: number;
  readonly at: string;
}

export interface Waits {
  /** Replaces what was there, unless that belongs to a later epoch. */
  put(subject: WaitSubject, wait: Wait): Promise<void>;
  /** Read consistently. */
  get(subject: WaitSubject): Promise<Wait | undefined>;
  /** Marks a finding whose execution ended without it, for the reconciler. Idempotent; needs no earlier wait. */
  stall(finding: string, epoch: number, at: string): Promise<void>;
  /** Findings marked by `stall`, oldest first. Eventually consistent. */
  stalled(limit: number): Promise<readonly { finding: string; epoch: number; at: string }[]>;
  /** Takes the mark off, unless it is of a later epoch than the one given. Idempotent. */
  unstall(finding: string, epoch?: number): Promise<void>;
}
