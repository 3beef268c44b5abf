import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** What a grant allows: one file under one key, to the byte, until an instant. */
const Terms = z.strictObject({
  key: z.string(),
  type: z.string(),
  size: z.int(),
  sha256: z.string(),
  expiresAt: z.string(),
});
export type Terms = z.infer<typeof Terms>;

/** The form fields of a grant, named as S3 names them: whoever uploads need not know which store it is. */
export const fieldsOf = (terms: Terms, secret: Buffer): Record<string, string> => {
  const policy = Buffer.from(JSON.stringify(terms)).toString('base64');
  return {
    key: terms.key,
    'Content-Type': terms.type,
    'x-amz-checksum-algorithm': 'SHA256',
    'x-amz-checksum-sha256': Buffer.from(terms.sha256, 'hex').toString('base64'),
    Policy: policy,
    'X-Amz-Signature': createHmac('sha256', secret).update(policy).digest('hex'),
  };
};

/** The terms of a form whose policy carries our signature; `undefined` for any other. */
export const signedTerms = (fields: Readonly<Record<string, string>>, secret: Buffer): Terms | undefined => {
  const { Policy: policy = '', 'X-Amz-Signature': signature = '' } = fields;
  const expected = createHmac('sha256', secret).update(policy).digest();
  const given = Buffer.from(signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return Terms.parse(JSON.parse(Buffer.from(policy, 'base64').toString('utf8')));
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
