import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Digest } from '#domain/trail/chain.ts';

/**
 * Keys whose value is `undefined` are left out as JSON leaves them out, so a value and what is stored of it have one
 * hash.
 * @throws {TypeError} for what JSON cannot say at all; `Error` for NaN, infinity, circles and lone surrogates
 */
export const digest: Digest = (value) => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON has a digest');
  return createHash('sha256').update(text).digest('hex');
};
