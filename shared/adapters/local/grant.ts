import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';

/** Terms as whoever uses a grant hands them back: readable, and not to be changed. */
export interface Signed {
  readonly policy: string;
  readonly signature: string;
}

const signatureOf = (policy: string, secret: Buffer): Buffer => createHmac('sha256', secret).update(policy).digest();

export const sign = (terms: unknown, secret: Buffer): Signed => {
  const policy = Buffer.from(JSON.stringify(terms)).toString('base64url');
  return { policy, signature: signatureOf(policy, secret).toString('hex') };
};

/** The terms that carry our signature and are of this kind; `undefined` for any other. */
export const signedTerms = <S extends z.ZodType>(
  schema: S,
  { policy = '', signature = '' }: { readonly policy?: string | undefined; readonly signature?: string | undefined },
  secret: Buffer,
): z.infer<S> | undefined => {
  const expected = signatureOf(policy, secret);
  const given = Buffer.from(signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return schema.safeParse(JSON.parse(Buffer.from(policy, 'base64url').toString('utf8'))).data;
};

/** An address with its terms. */
export const signedAddress = (address: string, terms: unknown, secret: Buffer): string => {
  const url = new URL(address);
  for (const [name, value] of Object.entries(sign(terms, secret))) url.searchParams.set(name, value);
  return url.href;
};

/** The secret that grants are signed with: made once and kept in the folder, for its owner alone. */
export const secretIn = async (folder: string): Promise<Buffer> => {
  const path = join(folder, 'grant-secret');
  try {
    await writeFile(path, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFile(path);
};
