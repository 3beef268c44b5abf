import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createVault, type Vault } from '#adapters/local/vault.ts';
import { createVirtualClock } from '#adapters/local/virtual-clock.ts';
import { intakeFilesContract } from './intake-files.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'vault-'));
const clock = createVirtualClock('2026-03-09T08:00:00Z');
let vault: Vault;

beforeAll(async () => {
  vault = await createVault({ folder, clock, uploadUrl: () => 'http://127.0.0.1/local/upload' });
});
afterAll(() => rmSync(folder, { recursive: true }));

intakeFilesContract('local vault', () => ({
  files: vault,
  upload: async ({ grant, bytes, fields = grant.fields }) => (await vault.accept({ fields, file: bytes })).ok,
  pass: async (seconds) => clock.advance(`PT${seconds}S`),
}));
