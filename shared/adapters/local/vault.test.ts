import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { type Keeping, VaultFault } from '#ports/evidence.ts';
import { createVault, LockedVersion } from './vault.ts';
import { createVirtualClock } from './virtual-clock.ts';

const bytes = Buffer.from('evidence');
const keeping: Keeping = {
  from: { key: 'evidence/1/2', version: 'v' },
  to: 'evidence/1/2',
  type: 'text/plain',
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  retainUntil: '2031-03-09T22:59:59.999Z',
  hold: false,
};

const newVault = async (content: () => AsyncIterable<Uint8Array>) => {
  const folder = mkdtempSync(join(tmpdir(), 'vault-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const clock = createVirtualClock('2026-03-09T08:00:00Z');
  const open = () =>
    createVault({
      folder,
      clock,
      intake: { stream: content },
      downloadUrl: () => 'http://127.0.0.1/local/download?from=vault',
    });
  return { folder, clock, open, vault: await open() };
};
const inTwo = async function* () {
  yield bytes.subarray(0, 3);
  yield bytes.subarray(3);
};
const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

it('deletes no version before its retention is over, nor on hold', async () => {
  const { clock, vault, folder } = await newVault(inTwo);
  const { versionId } = await vault.keep({ ...keeping, hold: true });
  clock.set('2031-03-09T22:59:59.998Z');
  await vault.setHold(keeping.to, versionId, false);
  await expect(vault.remove(keeping.to, versionId)).rejects.toThrow(LockedVersion);
  await expect(vault.remove(keeping.to, versionId)).rejects.toThrow('retained until 2031-03-09T22:59:59.999Z');
  clock.set('2031-03-09T22:59:59.999Z');
  await vault.setHold(keeping.to, versionId, true);
  await expect(vault.remove(keeping.to, versionId)).rejects.toThrow('legal hold');
  await vault.setHold(keeping.to, versionId, false);
  await vault.remove(keeping.to, versionId);
  expect(readdirSync(join(folder, 'bodies'))).toEqual([]);
  await expect(vault.remove(keeping.to, versionId)).rejects.toBeInstanceOf(VaultFault);
});

it('holds each copy against the record, and leaves nothing of a wrong one', async () => {
  const { vault, folder } = await newVault(inTwo);
  for (const wrong of [{ sha256: 'a'.repeat(64) }, { size: 7 }, { size: 9 }])
    await expect(vault.keep({ ...keeping, ...wrong })).rejects.toThrow('not what was declared');
  expect(await vault.versionsOf(keeping.to)).toEqual([]);
  expect([...readdirSync(join(folder, 'bodies')), ...readdirSync(join(folder, 'arriving'))]).toEqual([]);
});

it('knows versions and locks after a restart', async () => {
  const { vault, open } = await newVault(inTwo);
  const { versionId } = await vault.keep(keeping);
  const { url } = await vault.grantDownload({
    key: keeping.to,
    versionId,
    fileName: 'a.txt',
    type: 'text/plain',
    expiresInSeconds: 60,
  });
  const after = await open();
  expect(await after.keep(keeping)).toEqual({ versionId });
  expect(await after.lockOf(keeping.to, versionId)).toEqual({ retainUntil: keeping.retainUntil, hold: false });
  expect((await after.open(queryOf(url))).ok).toBe(true);
});

it('opens what was granted, for as long as it was, and nothing else', async () => {
  const { clock, vault } = await newVault(inTwo);
  const { versionId } = await vault.keep(keeping);
  const terms = { key: keeping.to, versionId, fileName: 'a.txt', type: 'text/plain', expiresInSeconds: 60 };
  const { url, expiresAt } = await vault.grantDownload(terms);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1\/local\/download\?from=vault&policy=/);
  expect(expiresAt).toBe('2026-03-09T08:01:00.000Z');
  const opened = await vault.open(queryOf(url));
  if (!opened.ok) throw new Error('not opened');
  expect(opened.value).toMatchObject({ fileName: 'a.txt', type: 'text/plain', size: 8 });
  expect(await buffer(opened.value.content)).toEqual(bytes);

  const codeOf = async (query: Parameters<typeof vault.open>[0]) => {
    const result = await vault.open(query);
    return result.ok ? 'opened' : result.refusals[0]?.code;
  };
  const granted = JSON.parse(Buffer.from(queryOf(url).policy ?? '', 'base64url').toString());
  const forged = Buffer.from(JSON.stringify({ ...granted, expiresAt: '2099-01-01T00:00:00.000Z' }));
  expect(await codeOf({ ...queryOf(url), policy: forged.toString('base64url') })).toBe('access-denied');
  expect(await codeOf({})).toBe('access-denied');
  const gone = await vault.grantDownload({ ...terms, versionId: 'none' });
  expect(await codeOf(queryOf(gone.url))).toBe('not-found');
  clock.advance('PT60S');
  expect(await codeOf(queryOf(url))).toBe('opened');
  clock.advance('PT1S');
  expect(await codeOf(queryOf(url))).toBe('access-denied');
});
