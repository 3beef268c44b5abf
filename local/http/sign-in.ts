import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';

const issuer = 'redress-local';
const audience = 'redress';
const algorithm = 'ES256';

export interface SignIn {
  /** A token with the claims that Cognito's ID token has, for 12 hours by the machine's clock. */
  token(email: string, name: string): Promise<string>;
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

/** Sign-in of the local system: a key of its own in the data folder, and the same checks that API Gateway makes. */
export const createSignIn = async (data: string): Promise<SignIn> => {
  const { d: secret, ...shown } = await loadKey(join(data, 'sign-in-key.json'));
  const privateKey = await importJWK({ ...shown, d: secret }, algorithm);
  const publicKey = await importJWK(shown, algorithm);
  return {
    token: (email, name) =>
      new SignJWT({ email, name, email_verified: true, token_use: 'id' })
        .setProtectedHeader({ alg: algorithm })
        .setSubject(email)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(privateKey),
    verify: async (token) => {
      try {
        return (await jwtVerify(token, publicKey, { issuer, audience, algorithms: [algorithm] })).payload;
      } catch (error) {
        if (error instanceof Error && 'code' in error) return undefined;
        throw error;
      }
    },
  };
};
