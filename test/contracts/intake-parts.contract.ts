import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { IntakeFault, type IntakeFiles, type PartGrant, type PartTerms } from '#ports/evidence.ts';
import { newId } from './samples.ts';

/** A PUT as somebody might make it: with what was granted, or something else in its place. */
export interface PartPut {
  readonly grant: PartGrant;
  readonly bytes: Uint8Array;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface IntakeInParts {
  readonly files: IntakeFiles;
  /** Puts the part. `false`: refused. */
  readonly put: (part: PartPut) => Promise<boolean>;
  /** Bytes that a part has at least, unless it is the last. */
  readonly partBytes: number;
  readonly pass: (seconds: number) => Promise<void>;
  /** It tells no hashes of parts, and a hash of hashes as that of the whole. */
  readonly muddlesHashes?: boolean;
  /** Why this store cannot be asked whether it refuses what was not granted. */
  readonly refusesNothing?: string;
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export const intakePartsContract = (name: string, makeAdapter: () => IntakeInParts): void => {
  describe(`intake in parts: ${name}`, () => {
    /** Three parts of one file, the last of them shorter. */
    const begun = async () => {
      const intake = makeAdapter();
      const { files, put, partBytes } = intake;
      const key = `evidence/${newId()}/${newId()}`;
      const content = Buffer.concat([
        Buffer.alloc(partBytes, 'a'),
        Buffer.alloc(partBytes, 'b'),
        Buffer.from('the last part'),
      ]);
      const parts = await files.beginParts({ key, type: 'text/csv' });
      const bytesOf = (number: number) => content.subarray((number - 1) * partBytes, number * partBytes);
      const termsOf = (number: number, bytes = bytesOf(number)): PartTerms => {
        const sha256 = sha256Of(bytes);
        return { key, parts, number, size: bytes.length, sha256, expiresInSeconds: 300 };
      };
      const send = async (number: number, bytes = bytesOf(number)) =>
        put({ grant: await files.grantPart(termsOf(number, bytes)), bytes });
      return { ...intake, key, content, parts, bytesOf, termsOf, send };
    };

    it('makes one file of its parts, in whatever order they come', async () => {
      const { files, key, parts, content, send, muddlesHashes } = await begun();
      for (const number of [3, 1, 2]) expect(await send(number)).toBe(true);
      expect(await files.look(key)).toBeUndefined();
      await files.completeParts(key, parts);
      const stored = await files.look(key);
      expect(stored).toMatchObject({ size: content.length, type: 'text/csv', version: expect.stringMatching(/./) });
      if (!muddlesHashes) expect(stored?.sha256).toBeUndefined();
      const file = { key, version: stored?.version ?? '' };
      expect((await buffer(files.stream(file))).equals(content)).toBe(true);
    });

    it('reads across the parts of a file', async () => {
      const { files, key, parts, content, send, partBytes } = await begun();
      for (const number of [1, 2, 3]) await send(number);
      await files.completeParts(key, parts);
      const file = { key, version: (await files.look(key))?.version ?? '' };
      for (const [from, count] of [
        [0, 10],
        [partBytes - 5, 10],
        [partBytes - 5, partBytes + 10],
        [partBytes, 3],
        [2 * partBytes + 4, 100],
      ] as const)
        expect(Buffer.from(await files.read(file, from, count)).equals(content.subarray(from, from + count))).toBe(
          true,
        );
    });

    it('tells which parts have arrived, until they are one file', async () => {
      const { files, key, parts, send, termsOf, muddlesHashes = false } = await begun();
      expect(await files.partsOf(key, parts)).toEqual([]);
      await send(3);
      await send(1);
      const shown = ({ number, size, sha256 }: PartTerms) => ({ number, size, sha256: muddlesHashes ? '' : sha256 });
      expect(await files.partsOf(key, parts)).toEqual([shown(termsOf(1)), shown(termsOf(3))]);
      await send(2);
      await files.completeParts(key, parts);
      expect(await files.partsOf(key, parts)).toEqual([]);
    });

    it('takes a part again by another grant: the last one counts', async () => {
      const { files, key, parts, content, send, bytesOf } = await begun();
      await send(1, Buffer.from(bytesOf(1)).fill('x'));
      for (const number of [2, 3, 1]) expect(await send(number)).toBe(true);
      expect(await files.partsOf(key, parts)).toHaveLength(3);
      await files.completeParts(key, parts);
      const file = { key, version: (await files.look(key))?.version ?? '' };
      expect((await buffer(files.stream(file))).equals(content)).toBe(true);
    });

    it('completes once, however often it is asked', async () => {
      const { files, key, parts, send } = await begun();
      for (const number of [1, 2, 3]) await send(number);
      await files.completeParts(key, parts);
      const stored = await files.look(key);
      await files.completeParts(key, parts);
      expect(await files.look(key)).toEqual(stored);
    });

    it('throws IntakeFault where a part is missing, and is complete once it has come', async () => {
      const { files, key, parts, send } = await begun();
      await expect(files.completeParts(key, parts)).rejects.toBeInstanceOf(IntakeFault);
      await send(1);
      await send(3);
      await expect(files.completeParts(key, parts)).rejects.toBeInstanceOf(IntakeFault);
      expect(await files.look(key)).toBeUndefined();
      await send(2);
      await files.completeParts(key, parts);
      expect(await files.look(key)).toBeDefined();
    });

    it('knows no upload that was not begun', async () => {
      const { files, key } = await begun();
      expect(await files.partsOf(key, newId())).toEqual([]);
      await expect(files.completeParts(key, newId())).rejects.toBeInstanceOf(IntakeFault);
    });

    it('says until when a grant holds', async () => {
      const { files, termsOf } = await begun();
      const [short, long] = await Promise.all(
        [60, 660].map((expiresInSeconds) => files.grantPart({ ...termsOf(1), expiresInSeconds })),
      );
      const between = Date.parse(long?.expiresAt ?? '') - Date.parse(short?.expiresAt ?? '');
      expect(Math.round(between / 10_000)).toBe(60);
    });

    const checksumHeader = 'x-amz-checksum-sha256';
    const base64Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64');
    const other = (bytes: Uint8Array) => Buffer.from(bytes).fill('x');

    it.for<[string, (grant: PartGrant, bytes: Buffer) => Partial<PartPut>]>([
      ['a byte more', (_grant, bytes) => ({ bytes: Buffer.concat([bytes, Buffer.from('.')]) })],
      ['a byte less', (_grant, bytes) => ({ bytes: bytes.subarray(1) })],
      ['other bytes', (_grant, bytes) => ({ bytes: other(bytes) })],
      [
        'other bytes under their own hash',
        (_grant, bytes) => ({ bytes: other(bytes), headers: { [checksumHeader]: base64Of(other(bytes)) } }),
      ],
      ['a part without its hash', () => ({ headers: {} })],
      [
        'another address',
        ({ url }) => ({ url: url.replace(/(?<=(?:X-Amz-Signature|signature)=)[0-9a-f]{4}/, 'beef') }),
      ],
    ])('refuses %s', async ([, change], context) => {
      const { files, put, key, parts, bytesOf, termsOf, refusesNothing } = await begun();
      if (refusesNothing !== undefined) context.skip(refusesNothing);
      const grant = await files.grantPart(termsOf(1));
      expect(await put({ grant, bytes: bytesOf(1), ...change(grant, bytesOf(1)) })).toBe(false);
      expect(await files.partsOf(key, parts)).toEqual([]);
    });

    it('refuses a grant that has expired', async (context) => {
      const { files, put, pass, key, parts, bytesOf, termsOf, refusesNothing } = await begun();
      if (refusesNothing !== undefined) context.skip(refusesNothing);
      const grant = await files.grantPart({ ...termsOf(1), expiresInSeconds: 2 });
      await pass(4);
      expect(await put({ grant, bytes: bytesOf(1) })).toBe(false);
      expect(await files.partsOf(key, parts)).toEqual([]);
    });

    it('refuses a part of a file that is complete', async (context) => {
      const { files, put, key, parts, send, bytesOf, termsOf, refusesNothing } = await begun();
      if (refusesNothing !== undefined) context.skip(refusesNothing);
      for (const number of [1, 2, 3]) await send(number);
      const grant = await files.grantPart(termsOf(1));
      await files.completeParts(key, parts);
      expect(await put({ grant, bytes: bytesOf(1) })).toBe(false);
    });
  });
};
