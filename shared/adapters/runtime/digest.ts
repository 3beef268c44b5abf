import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Digest } from '#domain/trail/chain.ts';
import type { Canonical } from '#ports/hash.ts';

/**
 * Keys whose value is `undefined` are left out as JSON leaves them out.
 * @throws {TypeError} for what JSON cannot say at all; `Error` for NaN, infinity, circles and lone surrogates
 */
export const canonical: Canonical = (value) => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON has a digest');
  return text;
};

/** A value and what is stored of it have one hash. @throws as `canonical` does */
export const digest: Digest = (value) => createHash('sha256').update(canonical(value)).digest('hex');
