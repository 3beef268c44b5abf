import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Failure } from '#domain/pack/failure.ts';
import { publicKeyPath, signaturePath } from '#domain/pack/format.ts';

const readKey = (pem: string): KeyObject | undefined => {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : undefined;
  } catch {
    return undefined;
  }
};

/** SHA-256 of the public key (SPKI, DER), lower-case hex. */
const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex');

export interface Signed {
  readonly manifest: Uint8Array;
  /** DER. */
  readonly signature: Uint8Array;
  /** The key in the pack. */
  readonly ownKey: string;
  /** The key that the person who checks brought along. */
  readonly givenKey?: string | undefined;
}

/** Checks the signature over the manifest. The answer is the fingerprint of the key that made it. */
export const checkSignature = (
  signed: Signed,
): { readonly ok: true; readonly fingerprint: string } | { readonly ok: false; readonly failure: Failure } => {
  const fails = (where: string, what: string) => ({ ok: false, failure: { where, what } }) as const;
  const own = readKey(signed.ownKey);
  if (!own) return fails(publicKeyPath, 'This is no public key on P-256.');
  const fingerprint = fingerprintOf(own);
  if (signed.givenKey !== undefined) {
    const given = readKey(signed.givenKey);
    if (!given) return fails('--key', 'This is no public key on P-256 in PEM.');
    if (!given.equals(own))
      return fails(publicKeyPath, `The pack was signed with the key ${fingerprint}, not with the one given.`);
  }
  return verify('sha256', signed.manifest, { key: own, dsaEncoding: 'der' }, signed.signature)
    ? { ok: true, fingerprint }
    : fails(signaturePath, 'The signature does not fit the manifest: one of them was changed, or the key is another.');
};
