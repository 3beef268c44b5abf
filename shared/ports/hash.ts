/** A SHA-256 that takes its bytes as they come. */
export interface RunningHash {
  update(bytes: Uint8Array): void;
  /** Lower-case hex. Asked once, at the end. */
  hex(): string;
}
export type Sha256 = () => RunningHash;

/**
 * The canonical JSON (RFC 8785) of a value: one text for one value.
 * @throws for what JSON cannot say
 */
export type Canonical = (value: unknown) => string;
