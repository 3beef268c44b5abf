import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { type Signer, SignerFault } from '#ports/signer.ts';
import { reasonOf } from '../reason.ts';
import { keptKey } from './kept-key.ts';

const newKey = (): string =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
    publicKeyEncoding: { format: 'pem', type: 'spki' },
  }).privateKey;

/**
 * The signer of the local system: a key made at first use and kept in the data folder, for its owner alone.
 * @throws {SignerFault} where the key cannot be made or read
 */
export const createLocalSigner = async (folder: string): Promise<Signer> => {
  try {
    const key = createPrivateKey(await keptKey(folder, 'signing-key.pem', newKey));
    const publicKey = createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString();
    return { sign: async (message) => sign('sha256', message, key), publicKey: async () => publicKey };
  } catch (cause) {
    throw new SignerFault(`the signing key in ${folder} cannot be used: ${reasonOf(cause)}`, { cause });
  }
};
