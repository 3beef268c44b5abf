import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Unreadable } from './failure.ts';
import { breath } from './patience.ts';

/** Milliseconds after which the page gets a turn. */
const turn = 24;

/**
 * SHA-256 of a file or a part of one, as lower-case hex. It is read piece by piece: memory does not grow with its size.
 * @param told hears how many bytes were read so far
 * @throws {Unreadable} when the file has gone or changed since it was chosen
 */
export const fingerprint = async (
  blob: Blob,
  signal: AbortSignal,
  told: (bytes: number) => void = () => {},
): Promise<string> => {
  const hash = sha256.create();
  const reader = blob.stream().getReader();
  let read = 0;
  let since = performance.now();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new Unreadable();
      });
      signal.throwIfAborted();
      if (done) break;
      hash.update(value);
      read += value.length;
      if (performance.now() - since < turn) continue;
      told(read);
      await breath();
      since = performance.now();
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (read !== blob.size) throw new Unreadable();
  told(read);
  return bytesToHex(hash.digest());
};
