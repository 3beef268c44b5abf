import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

export type Content = Uint8Array | AsyncIterable<Uint8Array>;

/** Bytes that are durably in the folder of what arrives, and nobody's yet. */
export interface Arrived {
  readonly path: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Where one body begins and what it holds, in a file that is made of several. */
export interface Piece {
  readonly body: string;
  readonly size: number;
}

/** Files by names that were given to them here; what came from outside names none. */
export interface Bodies {
  /** Takes a content to its end, or until it is more than `most` bytes. The caller keeps what arrived, or drops it. */
  receive(content: Content, most: number): Promise<Arrived>;
  drop(arrived: Pick<Arrived, 'path'>): Promise<void>;
  keep(arrived: Arrived, body: string): Promise<void>;
  remove(body: string): Promise<void>;
  /** `bytes` from `from` on of the file that these pieces make, or fewer at its end. */
  read(pieces: readonly Piece[], from: number, bytes: number): Promise<Uint8Array>;
  stream(pieces: readonly Piece[]): AsyncIterable<Uint8Array>;
}

/** Bytes that are read at once: few enough for several streams at a time, enough for the disk. */
const pieceBytes = 1024 * 1024;

export const openBodies = async (folder: string): Promise<Bodies> => {
  const arriving = join(folder, 'arriving');
  const bodies = join(folder, 'bodies');
  // What was arriving when the process ended will not arrive any more.
  await rm(arriving, { recursive: true, force: true });
  await mkdir(arriving, { recursive: true });
  await mkdir(bodies, { recursive: true });
  const pathOf = (body: string) => join(bodies, body);

  const stream = async function* (pieces: readonly Piece[]): AsyncGenerator<Uint8Array> {
    for (const { body } of pieces) yield* createReadStream(pathOf(body), { highWaterMark: pieceBytes });
  };

  const readBody = async (body: string, into: Uint8Array, from: number): Promise<number> => {
    const handle = await open(pathOf(body));
    try {
      return (await handle.read(into, 0, into.byteLength, from)).bytesRead;
    } finally {
      await handle.close();
    }
  };

  return {
    receive: async (content, most) => {
      const path = join(arriving, randomUUID());
      const hash = createHash('sha256');
      let size = 0;
      const handle = await open(path, 'wx');
      try {
        for await (const chunk of content instanceof Uint8Array ? [content] : content) {
          size += chunk.byteLength;
          if (size > most) break;
          hash.update(chunk);
          await handle.writeFile(chunk);
        }
        await handle.sync();
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      } finally {
        await handle.close();
      }
      return { path, size, sha256: hash.digest('hex') };
    },

    drop: ({ path }) => rm(path, { force: true }),
    keep: ({ path }, body) => rename(path, pathOf(body)),
    remove: (body) => rm(pathOf(body), { force: true }),

    read: async (pieces, from, bytes) => {
      const size = pieces.reduce((sum, piece) => sum + piece.size, 0);
      const buffer = new Uint8Array(Math.max(0, Math.min(bytes, size - from)));
      let read = 0;
      let start = 0;
      for (const piece of pieces) {
        const skip = from + read - start;
        if (skip < piece.size && read < buffer.byteLength) {
          const part = buffer.subarray(read, read + Math.min(piece.size - skip, buffer.byteLength - read));
          const got = await readBody(piece.body, part, skip);
          if (got < part.byteLength) throw new RangeError(`${piece.body} is shorter than it was`);
          read += got;
        }
        start += piece.size;
      }
      return buffer;
    },

    stream,
  };
};
