import { open } from 'node:fs/promises';
import { fromBufferPromise, openPromise, type ZipFile } from 'yauzl';

/** A pack to be checked: any part of it can be read, again and again. */
export interface PackSource {
  /** Bytes. */
  readonly size: number;
  /** The ZIP's directory. Whoever opened it closes it. */
  directory(): Promise<ZipFile>;
  /** `length` bytes from `start` on, or fewer where the pack ends, piece by piece. */
  read(start: number, length: number): AsyncIterable<Uint8Array>;
}

const pieceBytes = 256 * 1024;

/** A pack in a file. `close` it after use. */
export const fileSource = async (path: string): Promise<PackSource & { close(): Promise<void> }> => {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  return {
    size,
    directory: () => openPromise(path, { autoClose: false }),
    read: async function* (start, length) {
      for (let at = start; at < start + length; ) {
        const piece = Buffer.allocUnsafe(Math.min(pieceBytes, start + length - at));
        const { bytesRead } = await file.read(piece, 0, piece.length, at);
        if (bytesRead === 0) return;
        yield piece.subarray(0, bytesRead);
        at += bytesRead;
      }
    },
    close: () => file.close(),
  };
};

/** A pack in memory. */
export const bufferSource = (bytes: Buffer): PackSource => ({
  size: bytes.length,
  directory: () => fromBufferPromise(bytes),
  read: async function* (start, length) {
    if (length > 0) yield bytes.subarray(start, start + length);
  },
});
