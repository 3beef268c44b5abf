import { keyBytes } from '#domain/pack/fingerprint.ts';
import type { Sha256 } from '#ports/hash.ts';
import type { Signer } from '#ports/signer.ts';

/** The key that packs are signed with (PEM), and the SHA-256 of it by which people compare it (lower-case hex). */
export const signingKey = async (store: { readonly signer: Pick<Signer, 'publicKey'>; readonly sha256: Sha256 }) => {
  const publicKey = await store.signer.publicKey();
  const hash = store.sha256();
  hash.update(keyBytes(publicKey));
  return { publicKey, fingerprint: hash.hex() };
};
