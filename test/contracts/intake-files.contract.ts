import { createHash } from 'node:crypto';
import { describe, expect, it, type TestContext } from 'vitest';
import { IntakeFault, type IntakeFiles, type UploadGrant, type UploadTerms } from '#ports/evidence.ts';
import { newId } from './samples.ts';

/** An upload as somebody might make it: with the grant's fields, or with others in their place. */
export interface Upload {
  readonly grant: UploadGrant;
  readonly bytes: Uint8Array;
  readonly fields?: Readonly<Record<string, string>>;
}

export interface Intake {
  readonly files: IntakeFiles;
  /** Posts the form. `false`: refused. */
  readonly upload: (upload: Upload) => Promise<boolean>;
  /** Lets the time of the store go by. */
  readonly pass: (seconds: number) => Promise<void>;
  /** Why this store cannot be asked whether it refuses what was not granted. */
  readonly refusesNothing?: string;
}

const bytes = new TextEncoder().encode('Restore of 2026-03-02: Müller, 412 files, no difference.\n');

const termsOf = (content: Uint8Array, more: Partial<UploadTerms> = {}): UploadTerms => ({
  key: `evidence/${newId()}/${newId()}`,
  type: 'text/plain',
  size: content.byteLength,
  sha256: createHash('sha256').update(content).digest('hex'),
  expiresInSeconds: 300,
  ...more,
});

export const intakeFilesContract = (name: string, makeAdapter: () => Intake): void => {
  describe(`intake files: ${name}`, () => {
    const uploaded = async ({ files, upload }: Intake): Promise<UploadTerms> => {
      const terms = termsOf(bytes);
      expect(await upload({ grant: await files.grantUpload(terms), bytes })).toBe(true);
      return terms;
    };

    it('takes what was granted and tells its size, type and hash', async () => {
      const intake = makeAdapter();
      const { key, size, type, sha256 } = await uploaded(intake);
      expect(await intake.files.look(key)).toEqual({ size, type, sha256 });
    });

    it('reads a file, or its beginning', async () => {
      const intake = makeAdapter();
      const { key } = await uploaded(intake);
      expect(Buffer.from(await intake.files.read(key))).toEqual(Buffer.from(bytes));
      expect(Buffer.from(await intake.files.read(key, 7))).toEqual(Buffer.from(bytes.subarray(0, 7)));
      expect(Buffer.from(await intake.files.read(key, 4100))).toEqual(Buffer.from(bytes));
    });

    it('has no file that nobody uploaded', async () => {
      const { files } = makeAdapter();
      const terms = termsOf(bytes);
      await files.grantUpload(terms);
      expect(await files.look(terms.key)).toBeUndefined();
      await expect(files.read(terms.key, 10)).rejects.toBeInstanceOf(IntakeFault);
    });

    it('says until when a grant holds', async () => {
      const { files } = makeAdapter();
      const [short, long] = await Promise.all(
        [60, 660].map(async (expiresInSeconds) => files.grantUpload(termsOf(bytes, { expiresInSeconds }))),
      );
      const between = Date.parse(long?.expiresAt ?? '') - Date.parse(short?.expiresAt ?? '');
      expect(Math.round(between / 10_000)).toBe(60);
    });

    /** Nothing of a refused upload may be there afterwards. */
    const expectRefused = async (
      context: TestContext,
      change: (grant: UploadGrant, terms: UploadTerms) => Partial<Upload>,
      more: Partial<UploadTerms> = {},
    ) => {
      const { files, upload, refusesNothing } = makeAdapter();
      if (refusesNothing !== undefined) context.skip(refusesNothing);
      const terms = termsOf(bytes, more);
      const grant = await files.grantUpload(terms);
      expect(await upload({ grant, bytes, ...change(grant, terms) })).toBe(false);
      expect(await files.look(terms.key)).toBeUndefined();
    };

    it('refuses a byte more', (context) =>
      expectRefused(context, () => ({ bytes: Buffer.concat([bytes, Buffer.from('.')]) })));
    it('refuses a byte less', (context) => expectRefused(context, () => ({ bytes: bytes.subarray(1) })));
    it('refuses other bytes of the same number', (context) =>
      expectRefused(context, () => ({ bytes: Uint8Array.from(bytes).reverse() })));
    it('refuses other bytes under their own hash', (context) =>
      expectRefused(context, ({ fields }) => {
        const other = Uint8Array.from(bytes).reverse();
        const sha256 = createHash('sha256').update(other).digest('base64');
        return { bytes: other, fields: { ...fields, 'x-amz-checksum-sha256': sha256 } };
      }));
    it('refuses another type', (context) =>
      expectRefused(context, ({ fields }) => ({ fields: { ...fields, 'Content-Type': 'text/html' } })));
    it('refuses another key', async (context) => {
      const { files } = makeAdapter();
      const key = `evidence/${newId()}/${newId()}`;
      await expectRefused(context, ({ fields }) => ({ fields: { ...fields, key } }));
      expect(await files.look(key)).toBeUndefined();
    });
    it('refuses a policy that was not signed', (context) =>
      expectRefused(context, ({ fields }) => {
        const policy = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString('utf8'));
        const other = Buffer.from(JSON.stringify({ ...policy, note: 1 })).toString('base64');
        return { fields: { ...fields, Policy: other } };
      }));
    it('refuses a grant that has expired', async (context) => {
      const { files, upload, pass, refusesNothing } = makeAdapter();
      if (refusesNothing !== undefined) context.skip(refusesNothing);
      const terms = termsOf(bytes, { expiresInSeconds: 2 });
      const grant = await files.grantUpload(terms);
      await pass(4);
      expect(await upload({ grant, bytes })).toBe(false);
      expect(await files.look(terms.key)).toBeUndefined();
    });
  });
};
