import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
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
      expect(await intake.files.look(key)).toEqual({ size, type, sha256, version: expect.stringMatching(/./) });
    });

    it('reads a file, or any part of it', async () => {
      const { files, ...intake } = makeAdapter();
      const { key } = await uploaded({ files, ...intake });
      const file = { key, version: (await files.look(key))?.version ?? '' };
      const end = bytes.byteLength;
      const read = async (from: number, count?: number) => Buffer.from(await files.read(file, from, count));
      expect(await read(0)).toEqual(Buffer.from(bytes));
      expect(await read(5)).toEqual(Buffer.from(bytes.subarray(5)));
      expect(await read(0, 7)).toEqual(Buffer.from(bytes.subarray(0, 7)));
      expect(await read(3, 4)).toEqual(Buffer.from(bytes.subarray(3, 7)));
      expect(await read(end - 2, 4100)).toEqual(Buffer.from(bytes.subarray(end - 2)));
      expect(await read(3, 0)).toHaveLength(0);
      expect(await read(end, 10)).toHaveLength(0);
      expect(await read(end + 10, 10)).toHaveLength(0);
      expect(await buffer(files.stream(file))).toEqual(Buffer.from(bytes));
    });

    it('tells the versions of a file apart', async () => {
      const { files, upload } = makeAdapter();
      const other = Uint8Array.from(bytes).reverse();
      const first = termsOf(bytes);
      const second = termsOf(other, { key: first.key });
      expect(await upload({ grant: await files.grantUpload(first), bytes })).toBe(true);
      const before = await files.look(first.key);
      expect(await upload({ grant: await files.grantUpload(second), bytes: other })).toBe(true);
      const after = await files.look(first.key);
      expect(after?.sha256).toBe(second.sha256);
      expect(after?.version).not.toBe(before?.version);
      const contentOf = (version = '') => buffer(files.stream({ key: first.key, version }));
      expect(await contentOf(before?.version)).toEqual(Buffer.from(bytes));
      expect(await contentOf(after?.version)).toEqual(Buffer.from(other));
    });

    it('throws IntakeFault for a version that is not there', async () => {
      const { files, ...intake } = makeAdapter();
      const { key } = await uploaded({ files, ...intake });
      const file = { key, version: 'none' };
      await expect(files.read(file, 0, 10)).rejects.toBeInstanceOf(IntakeFault);
      await expect(buffer(files.stream(file))).rejects.toBeInstanceOf(IntakeFault);
    });

    it('has no file that nobody uploaded', async () => {
      const { files } = makeAdapter();
      const terms = termsOf(bytes);
      await files.grantUpload(terms);
      expect(await files.look(terms.key)).toBeUndefined();
      await expect(files.read({ key: terms.key, version: 'none' }, 0, 10)).rejects.toBeInstanceOf(IntakeFault);
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
    it('refuses to send the browser somewhere else', (context) =>
      expectRefused(context, ({ fields }) => ({
        fields: { ...fields, success_action_redirect: 'https://elsewhere.example/' },
      })));
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
