import { createHash } from 'node:crypto';
import type { Random } from '#ports/random.ts';

/** Ids that are the same each time, so that hashes and pictures are too. For a system that nobody else can reach. */
export const evenRandom = (): Random => {
  let drawn = 0;
  const next = (): Buffer => {
    drawn += 1;
    return createHash('sha256').update(`screens ${drawn}`).digest();
  };
  return {
    id: () => next().subarray(0, 16).toString('hex'),
    secret: () => next().toString('base64url'),
    digits: (count) => String(next().readUInt32BE() % 10 ** count).padStart(count, '0'),
  };
};
