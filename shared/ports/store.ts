/** The table failed or refused in a way that a retry may mend. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
}

/** Bytes of one content as JSON in UTF-8, at most: what one item of the table holds (400 KB), less its keys. */
export const maxContentBytes = 400_000;

/** A content that the table cannot hold. Whoever stores contents checks `maxContentBytes` before. */
export class ContentTooLarge extends Error {
  override readonly name = 'ContentTooLarge';
}

/** A `next` that no page of this list has handed out. It is the caller's mistake and no fault of the system. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}
