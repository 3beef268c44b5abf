import { createHash } from 'node:crypto';
import type { Entry } from 'yauzl';
import type { PackSource } from './source.ts';

/** One file of the ZIP: where its bytes lie. */
export interface Packed {
  readonly path: string;
  readonly start: number;
  readonly size: number;
}

export interface OpenedPack {
  /** In the order of the ZIP's directory. */
  readonly entries: readonly Packed[];
  content(entry: Packed): AsyncIterable<Uint8Array>;
  /** The whole file. @throws {TypeError} where it is larger than any of its kind */
  bytes(entry: Packed): Promise<Buffer>;
  sha256(entry: Packed): Promise<string>;
}

/** Bytes of a manifest, a list of events or a submission, at most: no pack of ours has any nearly as large. */
const mostBytes = 256 * 1024 * 1024;

const stored = 0;

const check = ({ fileName, compressionMethod, compressedSize, uncompressedSize }: Entry): void => {
  if (compressionMethod !== stored || compressedSize !== uncompressedSize)
    throw new TypeError(`${fileName} is compressed; nothing in an evidence pack is`);
};

const entriesOf = async (source: PackSource): Promise<readonly Packed[]> => {
  const directory = await source.directory();
  try {
    const entries: Packed[] = [];
    for await (const entry of directory.eachEntry()) {
      check(entry);
      const { fileDataStart } = await directory.readLocalFileHeaderPromise(entry, { minimal: true });
      entries.push({ path: entry.fileName, start: fileDataStart, size: entry.uncompressedSize });
    }
    return entries;
  } finally {
    directory.close();
  }
};

/** Opens the ZIP. @throws what is wrong with it as a ZIP */
export const openPack = async (source: PackSource): Promise<OpenedPack> => {
  const content = ({ start, size }: Packed) => source.read(start, size);
  return {
    entries: await entriesOf(source),
    content,
    bytes: async (entry) => {
      if (entry.size > mostBytes) throw new TypeError(`${entry.path} is larger than any such file`);
      const pieces: Uint8Array[] = [];
      for await (const piece of content(entry)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    sha256: async (entry) => {
      const hash = createHash('sha256');
      for await (const piece of content(entry)) hash.update(piece);
      return hash.digest('hex');
    },
  };
};
