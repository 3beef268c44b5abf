import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll } from 'vitest';
import { attachmentNamed } from '#adapters/files/attachment.ts';
import type { Download } from '#adapters/local/downloads.ts';
import { createIntake, type Intake } from '#adapters/local/intake.ts';
import { createPackFiles, type LocalPackFiles } from '#adapters/local/packs.ts';
import { createVault, LockedVersion, type Vault } from '#adapters/local/vault.ts';
import { createVirtualClock } from '#adapters/local/virtual-clock.ts';
import type { Result } from '#domain/result.ts';
import { intakeFilesContract } from './intake-files.contract.ts';
import { intakePartsContract } from './intake-parts.contract.ts';
import { packFilesContract } from './pack-files.contract.ts';
import { vaultFilesContract } from './vault-files.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
const clock = createVirtualClock('2026-03-09T08:00:00Z');
const pass = async (seconds: number) => clock.advance(`PT${seconds}S`);
const downloadUrl = () => 'http://127.0.0.1/local/download?from=here';
let intake: Intake;
let vault: Vault;
let packs: LocalPackFiles;

beforeAll(async () => {
  intake = await createIntake({
    folder: join(folder, 'intake'),
    clock,
    uploadUrl: () => 'http://127.0.0.1/local/upload',
    partUrl: () => 'http://127.0.0.1/local/upload/parts',
  });
  vault = await createVault({ folder: join(folder, 'vault'), clock, intake, downloadUrl });
  packs = await createPackFiles({ folder: join(folder, 'packs'), clock, downloadUrl });
});
afterAll(() => rmSync(folder, { recursive: true }));

const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

/** What the server of the local system answers. */
const served = async (opened: Result<Download>) => {
  if (!opened.ok) {
    const status = opened.refusals[0]?.code === 'access-denied' ? 403 : 404;
    return { status, headers: new Headers(), body: Buffer.alloc(0) };
  }
  const { content, fileName, type } = opened.value;
  const headers = new Headers({
    'content-disposition': attachmentNamed(fileName),
    'content-type': type,
    'cache-control': 'no-store',
  });
  return { status: 200, headers, body: await buffer(content) };
};

intakeFilesContract('local intake', () => ({
  files: intake,
  upload: async ({ grant, bytes, fields = grant.fields }) => (await intake.accept({ fields, file: bytes })).ok,
  pass,
}));

intakePartsContract('local intake', () => ({
  files: intake,
  put: async ({ grant, bytes, url = grant.url, headers = grant.headers }) =>
    (await intake.acceptPart({ query: queryOf(url), headers, content: bytes })).ok,
  partBytes: 1000,
  pass,
}));

vaultFilesContract('local vault', () => ({
  files: vault,
  arrive: async (key, bytes) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const terms = { key, type: 'text/plain', size: bytes.length, sha256, expiresInSeconds: 60 };
    const { fields } = await intake.grantUpload(terms);
    const stored = await intake.accept({ fields, file: bytes });
    if (!stored.ok) throw new Error('refused');
    return { key, version: stored.value.version };
  },
  lockOf: vault.lockOf,
  // Each version is a body.
  versions: async (key) => (await vault.versionsOf(key)).length,
  remove: async (key, versionId) => {
    try {
      await vault.remove(key, versionId);
      return true;
    } catch (error) {
      if (error instanceof LockedVersion) return false;
      throw error;
    }
  },
  inSeconds: (seconds) => new Date(Date.parse(clock.now()) + seconds * 1000).toISOString(),
  pass,
  get: async (url) => served(await vault.open(queryOf(url))),
}));

packFilesContract('local packs', () => ({
  files: packs,
  pass,
  get: async (url) => served(await packs.open(queryOf(url))),
  leftOver: async () => (await readdir(join(folder, 'packs', 'arriving'))).length > 0,
}));
