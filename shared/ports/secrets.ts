/** What is kept of secrets instead of them. All answers are lower-case hex. */
export interface Secrets {
  /** SHA-256 of a secret that nobody can guess. */
  hash(secret: string): string;
  /** HMAC-SHA-256 of a text under a secret: of a short code too, the hash alone gives nothing away. */
  bind(secret: string, text: string): string;
  /** Compares two hashes in a time that does not depend on where they differ. */
  same(one: string, other: string): boolean;
}
