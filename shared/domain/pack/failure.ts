/** The first thing in a pack that does not fit. */
export interface Failure {
  /** A path of the pack, or `path#event`. */
  readonly where: string;
  /** A sentence. */
  readonly what: string;
}
