/** A notice that waits for its reader's digest of a day. */
export interface DigestLine {
  readonly finding: string;
  /** As on the finding's record, without the reader: `due#plan#1#1#owner#2026-03-23#-7`. */
  readonly key: string;
  /** Whether it comes to this reader because nobody has acted, and not because the reader must. */
  readonly escalated: boolean;
}

/** All notices on dates of one person and civil date, which come in one message. */
export interface DigestRef {
  readonly person: string;
  readonly date: string;
}

export interface Digest {
  readonly lines: readonly DigestLine[];
  /** Counts what came in. A digest that has grown while it was sent is not closed. */
  readonly version: number;
  /** Whether something may have come in since it was sent. */
  readonly open: boolean;
}

/** Digests that are put together and wait for their hour. */
export interface Digests {
  /**
   * Adds a line; the same line again is still one line, and stays as it was. The digest is open then, also one that was
   * closed: what comes after it follows in another message.
   * @param hour of the organization's wall clock (0-23) from which it goes out; that of the first line stays
   */
  add(digest: DigestRef, line: DigestLine, hour: number): Promise<void>;
  /**
   * Open ones whose hour has come, oldest first: of an earlier date at once, of this one from their hour. So are those of a
   * date to come, which a clock that went wrong has left: what they say is not to wait for that date. One that was added
   * to a moment ago may not be there yet.
   */
  due(date: string, hour: number): Promise<readonly DigestRef[]>;
  /** Read consistently. `undefined`: there never was one. */
  get(digest: DigestRef): Promise<Digest | undefined>;
  /** `grown`: a line came in since this version was read, and it stays open. */
  close(digest: DigestRef, version: number): Promise<'closed' | 'grown'>;
}
