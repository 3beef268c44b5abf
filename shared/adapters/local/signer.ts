import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Signer, SignerFault } from '#ports/signer.ts';
import { reasonOf } from '../reason.ts';

const newKey = (): string =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
    publicKeyEncoding: { format: 'pem', type: 'spki' },
  }).privateKey;

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Makes the key where there is none. Linked once it is whole: a process that dies here leaves no half of a key. */
const keyIn = async (folder: string): Promise<string> => {
  const path = join(folder, 'signing-key.pem');
  const arriving = join(folder, `signing-key.${randomUUID()}`);
  try {
    await writeFile(arriving, newKey(), { flag: 'wx', mode: 0o600, flush: true });
    await link(arriving, path);
  } catch (error) {
    if (!isThere(error)) throw error;
  } finally {
    await rm(arriving, { force: true });
  }
  return readFile(path, 'utf8');
};

/**
 * The signer of the local system: a key made at first use and kept in the data folder, for its owner alone.
 * @throws {SignerFault} where the key cannot be made or read
 */
export const createLocalSigner = async (folder: string): Promise<Signer> => {
  try {
    const key = createPrivateKey(await keyIn(folder));
    const publicKey = createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString();
    return { sign: async (message) => sign('sha256', message, key), publicKey: async () => publicKey };
  } catch (cause) {
    throw new SignerFault(`the signing key in ${folder} cannot be used: ${reasonOf(cause)}`, { cause });
  }
};
