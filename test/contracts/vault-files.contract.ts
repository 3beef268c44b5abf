import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type IntakeFile, type Keeping, VaultFault, type VaultFiles } from '#ports/evidence.ts';
import { newId } from './samples.ts';

export interface VaultUnderTest {
  readonly files: VaultFiles;
  /** Puts these bytes into the intake, under this key. */
  readonly arrive: (key: string, bytes: Uint8Array) => Promise<IntakeFile>;
  readonly lockOf: (
    key: string,
    versionId: string,
  ) => Promise<{ readonly retainUntil: string; readonly hold: boolean }>;
  /** How many versions there are under a key. */
  readonly versions: (key: string) => Promise<number>;
  /** Deletes a version as anybody might. `false`: refused. */
  readonly remove: (key: string, versionId: string) => Promise<boolean>;
  /** An instant in UTC, so many seconds from now. */
  readonly inSeconds: (seconds: number) => string;
  readonly pass: (seconds: number) => Promise<void>;
  /** Gets an address: status, the headers of the answer, and its body. */
  readonly get: (url: string) => Promise<{ status: number; headers: Headers; body: Buffer }>;
  /** Why this store cannot be asked for … */
  readonly lacks?: Partial<Record<'expiry' | 'conditions' | 'retention' | 'headers', string>>;
}

const bytes = new TextEncoder().encode('Restore of 2026-03-02: Müller, 412 files, no difference.\n');
const other = Uint8Array.from(bytes).reverse();
const sha256Of = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

export const vaultFilesContract = (name: string, makeAdapter: () => VaultUnderTest): void => {
  describe(`vault files: ${name}`, () => {
    const keepingOf = async (vault: VaultUnderTest, more: Partial<Keeping> = {}): Promise<Keeping> => {
      const key = `evidence/${newId()}/Größe & Zahl+${newId()}`;
      const from = await vault.arrive(key, bytes);
      const retainUntil = vault.inSeconds(3600);
      const sha256 = sha256Of(bytes);
      return { from, to: key, type: 'text/plain', size: bytes.length, sha256, retainUntil, hold: false, ...more };
    };

    it('keeps a file of the intake under a lock', async () => {
      const vault = makeAdapter();
      const keeping = await keepingOf(vault);
      const { versionId } = await vault.files.keep(keeping);
      expect(Buffer.from(await vault.files.read(keeping.to, versionId))).toEqual(Buffer.from(bytes));
      expect(Buffer.from(await vault.files.read(keeping.to, versionId, 7))).toEqual(Buffer.from(bytes.subarray(0, 7)));
      expect(await buffer(vault.files.stream(keeping.to, versionId))).toEqual(Buffer.from(bytes));
      const lock = await vault.lockOf(keeping.to, versionId);
      expect(Date.parse(lock.retainUntil)).toBe(Date.parse(keeping.retainUntil));
      expect(lock.hold).toBe(false);
    });

    it('keeps the version that was pinned, whatever came after it', async () => {
      const vault = makeAdapter();
      const keeping = await keepingOf(vault);
      await vault.arrive(keeping.from.key, other);
      const { versionId } = await vault.files.keep(keeping);
      expect(Buffer.from(await vault.files.read(keeping.to, versionId))).toEqual(Buffer.from(bytes));
    });

    it('keeps once, however often it is asked', async () => {
      const vault = makeAdapter();
      const keeping = await keepingOf(vault);
      const first = await vault.files.keep(keeping);
      expect(await vault.files.keep(keeping)).toEqual(first);
      expect(await vault.versions(keeping.to)).toBe(1);
    });

    it('keeps once for many who ask at the same time', async (context) => {
      const vault = makeAdapter();
      if (vault.lacks?.conditions !== undefined) context.skip(vault.lacks.conditions);
      const keeping = await keepingOf(vault);
      const kept = await Promise.all([1, 2, 3].map(() => vault.files.keep(keeping)));
      expect(new Set(kept.map(({ versionId }) => versionId)).size).toBe(1);
      expect(await vault.versions(keeping.to)).toBe(1);
    });

    it('makes the lock of what is there longer, never shorter, and holds it as it is told', async () => {
      const vault = makeAdapter();
      const keeping = await keepingOf(vault);
      const { versionId } = await vault.files.keep(keeping);
      const longer = vault.inSeconds(7200);
      await vault.files.keep({ ...keeping, retainUntil: longer, hold: true });
      const raised = await vault.lockOf(keeping.to, versionId);
      expect([Date.parse(raised.retainUntil), raised.hold]).toEqual([Date.parse(longer), true]);
      await vault.files.keep(keeping);
      const lowered = await vault.lockOf(keeping.to, versionId);
      expect([Date.parse(lowered.retainUntil), lowered.hold]).toEqual([Date.parse(longer), false]);
    });

    it('puts another content under the key beside what is there', async () => {
      const vault = makeAdapter();
      const keeping = await keepingOf(vault);
      const first = await vault.files.keep(keeping);
      const from = await vault.arrive(keeping.from.key, other);
      const second = await vault.files.keep({ ...keeping, from, sha256: sha256Of(other) });
      expect(second.versionId).not.toBe(first.versionId);
      expect(Buffer.from(await vault.files.read(keeping.to, first.versionId))).toEqual(Buffer.from(bytes));
      expect(Buffer.from(await vault.files.read(keeping.to, second.versionId))).toEqual(Buffer.from(other));
    });

    it('throws VaultFault where the copy is not what the record says, or there is nothing to copy', async () => {
      const vault = makeAdapter();
      const keeping = await keepingOf(vault);
      await expect(vault.files.keep({ ...keeping, sha256: sha256Of(other) })).rejects.toBeInstanceOf(VaultFault);
      const from = { ...keeping.from, key: `evidence/${newId()}` };
      await expect(vault.files.keep({ ...keeping, from, to: from.key })).rejects.toBeInstanceOf(VaultFault);
    });

    it('puts the hold on and takes it off', async () => {
      const vault = makeAdapter();
      const keeping = await keepingOf(vault);
      const { versionId } = await vault.files.keep(keeping);
      const holdOf = async () => (await vault.lockOf(keeping.to, versionId)).hold;
      for (const hold of [true, true, false, false]) {
        await vault.files.setHold(keeping.to, versionId, hold);
        expect(await holdOf()).toBe(hold);
      }
    });

    it('keeps a file on hold from the first moment', async () => {
      const vault = makeAdapter();
      const keeping = await keepingOf(vault, { hold: true });
      const { versionId } = await vault.files.keep(keeping);
      expect((await vault.lockOf(keeping.to, versionId)).hold).toBe(true);
    });

    it('lets nobody delete a version before its time, or on hold', async (context) => {
      const vault = makeAdapter();
      if (vault.lacks?.retention !== undefined) context.skip(vault.lacks.retention);
      const keeping = await keepingOf(vault, { retainUntil: vault.inSeconds(3), hold: true });
      const { versionId } = await vault.files.keep(keeping);
      expect(await vault.remove(keeping.to, versionId)).toBe(false);
      await vault.pass(5);
      expect(await vault.remove(keeping.to, versionId)).toBe(false);
      await vault.files.setHold(keeping.to, versionId, false);
      expect(await vault.remove(keeping.to, versionId)).toBe(true);
      await expect(vault.files.read(keeping.to, versionId)).rejects.toBeInstanceOf(VaultFault);
    });

    it('throws VaultFault for a version that is not there', async () => {
      const vault = makeAdapter();
      const { to } = await keepingOf(vault);
      await expect(vault.files.read(to, 'none', 1)).rejects.toBeInstanceOf(VaultFault);
      await expect(buffer(vault.files.stream(to, 'none'))).rejects.toBeInstanceOf(VaultFault);
      await expect(vault.files.setHold(to, 'none', true)).rejects.toBeInstanceOf(VaultFault);
    });

    const granted = async (vault: VaultUnderTest, expiresInSeconds = 60) => {
      const keeping = await keepingOf(vault);
      const { versionId } = await vault.files.keep(keeping);
      const terms = { key: keeping.to, versionId, fileName: 'Größe "1"\r\n.txt', type: 'text/plain', expiresInSeconds };
      return { keeping, grant: await vault.files.grantDownload(terms) };
    };

    it('grants an address that serves that version as an attachment', async () => {
      const vault = makeAdapter();
      const { keeping, grant } = await granted(vault);
      const from = await vault.arrive(keeping.from.key, other);
      await vault.files.keep({ ...keeping, from, sha256: sha256Of(other) });
      const { status, headers, body } = await vault.get(grant.url);
      expect(status).toBe(200);
      expect(body).toEqual(Buffer.from(bytes));
      if (vault.lacks?.headers !== undefined) return;
      expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22__.txt");
      expect(headers.get('content-type')).toBe('text/plain');
      expect(headers.get('cache-control')).toBe('no-store');
    });

    it('grants it for a short time alone', async (context) => {
      const vault = makeAdapter();
      if (vault.lacks?.expiry !== undefined) context.skip(vault.lacks.expiry);
      const { grant } = await granted(vault, 2);
      await vault.pass(4);
      expect((await vault.get(grant.url)).status).toBe(403);
    });

    it('grants it for that file alone', async (context) => {
      const vault = makeAdapter();
      if (vault.lacks?.expiry !== undefined) context.skip(vault.lacks.expiry);
      const { grant } = await granted(vault);
      const url = new URL(grant.url);
      for (const name of ['X-Amz-Signature', 'signature'])
        if (url.searchParams.has(name)) url.searchParams.set(name, '0'.repeat(64));
      expect((await vault.get(url.href)).status).toBe(403);
    });
  });
};
