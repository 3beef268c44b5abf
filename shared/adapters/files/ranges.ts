import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import type { ReadRange } from '#ports/evidence.ts';

/** Bytes that are read at once, and how many such blocks are kept: the directory at the end, and where the work is. */
const blockBytes = 4 * 1024 * 1024;
const keptBlocks = 3;

/** What kept the bytes back. It is no fault of the file. */
export class UnreadableRange extends Error {
  override readonly name = 'UnreadableRange';
}

/** Bytes of a file from anywhere in it, fewer at its end; read in large blocks, as each may be a request to a store. */
export const inBlocks = (read: ReadRange, size: number): ReadRange => {
  const blocks = new Map<number, Uint8Array>();

  const block = async (index: number): Promise<Uint8Array> => {
    const known = blocks.get(index);
    if (known) return known;
    const start = index * blockBytes;
    const bytes = await read(start, Math.min(blockBytes, size - start)).catch((cause: unknown) => {
      throw new UnreadableRange(`bytes from ${start} on could not be read`, { cause });
    });
    const [oldest] = blocks.keys();
    if (blocks.size >= keptBlocks && oldest !== undefined) blocks.delete(oldest);
    blocks.set(index, bytes);
    return bytes;
  };

  return async (start, length) => {
    const end = Math.min(start + length, size);
    if (!(start < end)) return new Uint8Array();
    const pieces: Uint8Array[] = [];
    for (let at = start; at < end; ) {
      const index = Math.floor(at / blockBytes);
      const from = at - index * blockBytes;
      const piece = (await block(index)).subarray(from, from + end - at);
      if (piece.byteLength === 0) throw new UnreadableRange(`the file ends at ${at} and not at ${size}`);
      pieces.push(piece);
      at += piece.byteLength;
    }
    const [only] = pieces;
    return pieces.length === 1 && only ? only : Buffer.concat(pieces);
  };
};

/** A range, piece by piece. */
export const streamRange = async function* (
  read: ReadRange,
  start: number,
  length: number,
): AsyncGenerator<Uint8Array> {
  const pieceBytes = 256 * 1024;
  for (let at = 0; at < length; at += pieceBytes) {
    const piece = await read(start + at, Math.min(pieceBytes, length - at));
    if (piece.byteLength === 0) return;
    yield piece;
  }
};

/** The reader that yauzl asks for. */
export class RangeReader extends RandomAccessReader {
  readonly #read: ReadRange;

  constructor(read: ReadRange) {
    super();
    this.#read = read;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(streamRange(this.#read, start, end - start), { objectMode: false });
  }

  /** Short only where the file ends. yauzl's own would open a stream for each few bytes. */
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.#read(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset);
        callback(null, bytes.byteLength);
      },
      (error) => callback(error instanceof Error ? error : new Error(String(error))),
    );
  }
}
