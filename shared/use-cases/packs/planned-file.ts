import type { Canonical } from '#ports/hash.ts';

/** A file that a pack will hold. Its content is made or fetched when its turn comes, so that one at a time is in memory. */
export interface PlannedFile {
  readonly path: string;
  readonly content: () => AsyncIterable<Uint8Array>;
  /** Of a file from the vault: what it must be, to the byte. */
  readonly kept?: { readonly size: number; readonly sha256: string; readonly versionId: string } | undefined;
}

/** What a pack needs is missing or is not what the record says: no repetition mends it, a person must look. */
export class NotPackable extends Error {
  override readonly name = 'NotPackable';
}

const encoder = new TextEncoder();

/** A text whole. */
export const textFile = (path: string, text: () => Promise<string>): PlannedFile => ({
  path,
  content: async function* () {
    yield encoder.encode(await text());
  },
});

/** A list as JSON, each item canonical (RFC 8785) and on a line of its own. */
export const listFile = (
  path: string,
  canonical: Canonical,
  items: () => Promise<readonly unknown[]>,
): PlannedFile => ({
  path,
  content: async function* () {
    const lines = (await items()).map((item, i) => `${i === 0 ? '' : ','}\n${canonical(item)}`);
    for (const line of ['[', ...lines, '\n]\n']) yield encoder.encode(line);
  },
});
