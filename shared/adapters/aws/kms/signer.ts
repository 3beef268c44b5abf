import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { type Signer, SignerFault } from '#ports/signer.ts';
import { reasonOf } from '../../reason.ts';

export interface KmsSignerOptions {
  readonly client: KMSClient;
  /** An asymmetric key on P-256 (`ECC_NIST_P256`) for signing. */
  readonly keyArn: string;
}

const guard = async <T>(what: string, request: () => Promise<T>): Promise<T> => {
  try {
    return await request();
  } catch (cause) {
    throw new SignerFault(`${what} failed: ${reasonOf(cause)}`, { cause });
  }
};

/** Signs by KMS. The message itself stays here: KMS takes 4 KB at most, and gets the SHA-256. */
export const createKmsSigner = ({ client, keyArn }: KmsSignerOptions): Signer => ({
  sign: (message) =>
    guard('signing', async () => {
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: keyArn,
          Message: createHash('sha256').update(message).digest(),
          MessageType: 'DIGEST',
          SigningAlgorithm: 'ECDSA_SHA_256',
        }),
      );
      if (!Signature) throw new Error('KMS answered without a signature');
      return Signature;
    }),

  publicKey: () =>
    guard('reading the public key', async () => {
      const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyArn }));
      if (!PublicKey) throw new Error('KMS answered without a key');
      const key = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
      return key.export({ format: 'pem', type: 'spki' }).toString();
    }),
});
