/** Signs with a key that never leaves its place (KMS; locally a file): ECDSA on P-256 over SHA-256. */
export interface Signer {
  /** The answer is the signature over the SHA-256 of the message, in DER. */
  sign(message: Uint8Array): Promise<Uint8Array>;
  /** The public key as PEM (SPKI). */
  publicKey(): Promise<string>;
}

export class SignerFault extends Error {
  override readonly name = 'SignerFault';
}
