import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import type { ReadRange } from '#ports/evidence.ts';
import type { ListedEntry } from './container-entries.ts';
import { refuseContainer, shownName } from './container-fault.ts';
import type { ContainerLimits } from './container-limits.ts';
import { streamRange } from './ranges.ts';

/** What was inflated so far, of a file and all containers in it. */
export interface Inflated {
  readonly limits: ContainerLimits;
  /** Bytes of the outermost file. */
  readonly packed: number;
  bytes: number;
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');

/**
 * Inflates an entry to its end, or to the first limit that it breaks, and hands out what comes.
 * @param start where its content begins in what `read` reads
 * @throws {ContainerFault}
 */
export const inflateEntry = async (
  label: string,
  { read, start, listed: { name, entry } }: { read: ReadRange; start: number; listed: ListedEntry },
  inflated: Inflated,
  take: (chunk: Buffer) => Promise<void>,
): Promise<void> => {
  const { inflatedBytes, ratio, ratioFromBytes } = inflated.limits;
  const isBlownUp = (unpacked: number, packed: number): boolean =>
    unpacked > ratioFromBytes && unpacked > ratio * packed;
  let bytes = 0;
  let checksum = 0;
  const count = (chunk: Buffer): void => {
    bytes += chunk.byteLength;
    inflated.bytes += chunk.byteLength;
    checksum = crc32(chunk, checksum);
    if (inflated.bytes > inflatedBytes)
      refuseContainer(`${label} holds more than ${inflatedBytes / 1e9} GB when unpacked.`);
    if (isBlownUp(bytes, entry.compressedSize) || isBlownUp(inflated.bytes, inflated.packed))
      refuseContainer(`${label} grows to more than ${ratio} times its size at ${shownName(name)}.`);
  };
  const packed = Readable.from(streamRange(read, start, entry.compressedSize), { objectMode: false });
  const sink = async (content: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of content) {
      count(chunk);
      await take(chunk);
    }
  };
  const damaged = `${label} holds ${shownName(name)}, which is damaged or not what it says of itself.`;
  try {
    await (entry.compressionMethod === 0 ? pipeline(packed, sink) : pipeline(packed, createInflateRaw(), sink));
  } catch (error) {
    if (isZlibError(error)) refuseContainer(damaged);
    throw error;
  }
  if (bytes !== entry.uncompressedSize || checksum !== entry.crc32) refuseContainer(damaged);
};
