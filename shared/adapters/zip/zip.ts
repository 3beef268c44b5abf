import { type PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Zip } from '#ports/packs.ts';

/**
 * The same for every file. A wall clock time and no instant: ZIP keeps local time, and the bytes must not depend on
 * where they were made. Noon is there in every time zone.
 */
const fixed = { mtime: new Date(1980, 0, 1, 12), forceDosTimestamp: true, mode: 0o100644, compress: false };

/** Pieces of a content that are read ahead, at most. */
const ahead = 2;

/** ZIP by yazl. Every file goes in as a stream, the small ones too, so that all headers are of one kind. */
export const zip: Zip = async function* (entries) {
  const archive = new ZipFile();
  const output = archive.outputStream as PassThrough;
  const stop = (error: Error): void => {
    output.destroy(error);
  };
  let open: Readable | undefined;
  archive.on('error', stop);
  for (const { path, content } of entries)
    archive.addReadStreamLazy(path, fixed, (give) => {
      open = Readable.from(content(), { highWaterMark: ahead });
      open.on('error', stop);
      give(null, open);
    });
  archive.end();
  try {
    yield* output;
  } finally {
    open?.destroy();
  }
};
