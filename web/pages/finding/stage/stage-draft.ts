/** What somebody typed for a stage, and which version of the finding that person saw. */
export interface StageDraft<T> {
  readonly content: T;
  readonly seen?: number;
}
