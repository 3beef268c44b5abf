import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadRange } from '#ports/evidence.ts';

/** Bytes put aside, to be read from anywhere in them. */
export interface Spool {
  readonly size: number;
  write(chunk: Uint8Array): Promise<void>;
  readonly read: ReadRange;
  remove(): Promise<void>;
}

/** A temporary file, for this process alone. */
export const openSpool = async (): Promise<Spool> => {
  const path = join(tmpdir(), `redress-container-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  let size = 0;
  return {
    get size() {
      return size;
    },
    write: async (chunk) => {
      await handle.writeFile(chunk);
      size += chunk.byteLength;
    },
    read: async (start, length) => {
      const buffer = new Uint8Array(length);
      const { bytesRead } = await handle.read(buffer, 0, length, start);
      return buffer.subarray(0, bytesRead);
    },
    remove: async () => {
      await handle.close();
      await rm(path, { force: true });
    },
  };
};
