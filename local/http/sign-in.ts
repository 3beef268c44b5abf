import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';

const audience = 'redress';
const kid = 'local';
const algorithm = 'ES256';

export interface SignIn {
  /** A token with the claims that Cognito's ID token has, for 12 hours by the machine's clock. */
  token(email: string, name: string, nonce?: string): Promise<string>;
  /** The key that its tokens are checked with, as a set of keys lists it. */
  readonly publicKey: JWK;
  /** The claims of a token that this system issued and that is still good; `undefined` for any other. */
  verify(token: string): Promise<JWTPayload | undefined>;
}

const loadKey = async (file: string) => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const pair = await generateKeyPair(algorithm, { extractable: true });
    const jwk = await exportJWK(pair.privateKey);
    await writeFile(file, JSON.stringify(jwk), { mode: 0o600 });
    return jwk;
  }
};

/**
 * Sign-in of the local system: a key of its own in the data folder, and the same checks that API Gateway makes.
 * @param issuer the address of its identity provider: known once the server listens
 */
export const createSignIn = async (data: string, issuer: () => string): Promise<SignIn> => {
  const { d: secret, ...shown } = await loadKey(join(data, 'sign-in-key.json'));
  const privateKey = await importJWK({ ...shown, d: secret }, algorithm);
  const publicKey = await importJWK(shown, algorithm);
  return {
    publicKey: { ...shown, alg: algorithm, use: 'sig', kid },
    token: (email, name, nonce) =>
      new SignJWT({ email, name, email_verified: true, token_use: 'id', ...(nonce !== undefined && { nonce }) })
        .setProtectedHeader({ alg: algorithm, kid })
        .setSubject(email)
        .setIssuer(issuer())
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(privateKey),
    verify: async (token) => {
      try {
        return (await jwtVerify(token, publicKey, { issuer: issuer(), audience, algorithms: [algorithm] })).payload;
      } catch (error) {
        if (error instanceof Error && 'code' in error) return undefined;
        throw error;
      }
    },
  };
};
