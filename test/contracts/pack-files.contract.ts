import { describe, expect, it } from 'vitest';
import { PackFault, type PackFiles } from '#ports/packs.ts';
import { newId } from './samples.ts';

export interface PacksUnderTest {
  readonly files: PackFiles;
  readonly pass: (seconds: number) => Promise<void>;
  readonly get: (url: string) => Promise<{ status: number; headers: Headers; body: Buffer }>;
  /** Whether an upload that was given up is still there. */
  readonly leftOver: () => Promise<boolean>;
  readonly expiresNothing?: string;
  /** The headers that an address asks for are not given. */
  readonly givesNoHeaders?: boolean;
}

const piece = Buffer.alloc(1024 * 1024, 'evidence');
/** More than one part of an upload in parts, whatever the store takes for one. */
const pieces = 20;

const pack = async function* (count = pieces) {
  for (let i = 0; i < count; i += 1) yield piece;
};

export const packFilesContract = (name: string, makeAdapter: () => PacksUnderTest): void => {
  describe(`pack files: ${name}`, () => {
    const newKey = () => `packs/${newId()}.zip`;
    const grantOf = ({ files }: PacksUnderTest, key: string, expiresInSeconds = 60) =>
      files.grantDownload({ key, fileName: 'NC-1 Größe.zip', type: 'application/zip', expiresInSeconds });

    it.each([0, 1, pieces])('takes a pack of %i pieces and serves it as an attachment', async (count) => {
      const packs = makeAdapter();
      const key = newKey();
      await packs.files.write(key, pack(count));
      const { status, headers, body } = await packs.get((await grantOf(packs, key)).url);
      expect(status).toBe(200);
      expect(body.equals(Buffer.concat(Array.from({ length: count }, () => piece)))).toBe(true);
      if (packs.givesNoHeaders) return;
      expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''NC-1%20Gr%C3%B6%C3%9Fe.zip");
      expect(headers.get('content-type')).toBe('application/zip');
    });

    it.each([1, 17])('has nothing of a pack that broke off after %i pieces', async (count) => {
      const packs = makeAdapter();
      const key = newKey();
      const broken = async function* () {
        yield* pack(count);
        throw new Error('the vault is gone');
      };
      const writing = packs.files.write(key, broken());
      await expect(writing).rejects.toBeInstanceOf(PackFault);
      await expect(writing).rejects.toThrow('the vault is gone');
      // 403: where who granted may not know what there is.
      expect([403, 404]).toContain((await packs.get((await grantOf(packs, key)).url)).status);
      expect(await packs.leftOver()).toBe(false);
    });

    it('puts a pack in the place of an earlier one', async () => {
      const packs = makeAdapter();
      const key = newKey();
      await packs.files.write(key, pack(2));
      await packs.files.write(key, pack(1));
      expect((await packs.get((await grantOf(packs, key)).url)).body.equals(piece)).toBe(true);
    });

    it('serves it for a short time alone', async (context) => {
      const packs = makeAdapter();
      if (packs.expiresNothing !== undefined) context.skip(packs.expiresNothing);
      const key = newKey();
      await packs.files.write(key, pack(1));
      const { url } = await grantOf(packs, key, 2);
      await packs.pass(4);
      expect((await packs.get(url)).status).toBe(403);
    });
  });
};
