import { zip } from '#adapters/zip/zip.ts';
import type { Failure } from '#domain/pack/failure.ts';
import type { OpenedPack, Packed } from './opened-pack.ts';
import type { PackSource } from './source.ts';

/** What lies at a byte of the ZIP, in words. */
const placeOf = (entries: readonly Packed[], at: number): string => {
  const next = entries.find(({ start, size }) => at < start + size);
  if (next) return `in the header of ${next.path}`;
  return 'after the last file';
};

const differenceIn = (a: Uint8Array, b: Uint8Array): number => {
  const shorter = Math.min(a.length, b.length);
  if (Buffer.compare(a.subarray(0, shorter), b.subarray(0, shorter)) === 0) return shorter;
  return a.findIndex((byte, i) => byte !== b[i]);
};

/**
 * Builds the ZIP anew from its own files, whose contents fit the manifest by now, and compares it byte by byte: whatever
 * lies between them (headers, directory, bytes before and after) must be as it was built.
 */
export const checkContainer = async (source: PackSource, pack: OpenedPack): Promise<Failure | undefined> => {
  const { entries } = pack;
  const changed = (at: number): Failure => ({
    where: `byte ${at} of the ZIP`,
    what: `The ZIP is not as it was built: byte ${at}, ${placeOf(entries, at)}, is another.`,
  });
  let at = 0;
  const rebuilt = zip(entries.map((entry) => ({ path: entry.path, content: () => pack.content(entry) })));
  for await (const expected of rebuilt) {
    let compared = 0;
    for await (const piece of source.read(at, expected.length)) {
      const same = differenceIn(piece, expected.subarray(compared, compared + piece.length));
      if (same < piece.length) return changed(at + compared + same);
      compared += piece.length;
    }
    if (compared < expected.length) return changed(at + compared);
    at += compared;
  }
  return at === source.size ? undefined : changed(at);
};
