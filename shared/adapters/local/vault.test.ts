import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { UploadTerms } from '#ports/evidence.ts';
import { createVault, type UploadForm, type Vault } from './vault.ts';
import { createVirtualClock } from './virtual-clock.ts';

const clock = createVirtualClock('2026-03-09T08:00:00Z');
const bytes = Buffer.from('evidence');
const terms: UploadTerms = {
  key: 'evidence/1/2',
  type: 'text/plain',
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  expiresInSeconds: 300,
};

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'vault-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};
const open = (folder: string) => createVault({ folder, clock, uploadUrl: () => 'http://127.0.0.1:8080/local/upload' });
const newVault = () => open(newFolder());

const codeOf = async (vault: Vault, form: UploadForm) => {
  const result = await vault.accept(form);
  return result.ok ? 'taken' : result.refusals[0]?.code;
};

describe('the vault', () => {
  it('names the place to post to, and the terms', async () => {
    const grant = await (await newVault()).grantUpload(terms);
    expect(grant.url).toBe('http://127.0.0.1:8080/local/upload');
    expect(grant.expiresAt).toBe('2026-03-09T08:05:00.000Z');
    expect(grant.fields).toMatchObject({ key: terms.key, 'Content-Type': terms.type });
  });

  it('says what is wrong by the code that S3 gives', async () => {
    const vault = await newVault();
    const { fields } = await vault.grantUpload(terms);
    expect(await codeOf(vault, { fields, file: bytes.subarray(1) })).toBe('entity-too-small');
    expect(await codeOf(vault, { fields, file: Buffer.concat([bytes, bytes]) })).toBe('entity-too-large');
    expect(await codeOf(vault, { fields, file: Buffer.from('Evidence') })).toBe('bad-digest');
    expect(await codeOf(vault, { fields: { ...fields, key: 'evidence/1/3' }, file: bytes })).toBe('access-denied');
    expect(await codeOf(vault, { fields: { ...fields, acl: 'public-read' }, file: bytes })).toBe('access-denied');
    expect(await codeOf(vault, { fields: {}, file: bytes })).toBe('access-denied');
    expect(await codeOf(vault, { fields, file: bytes })).toBe('taken');
  });

  it('takes a file once for each grant', async () => {
    const vault = await newVault();
    const { fields } = await vault.grantUpload(terms);
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(vault, { fields, file: bytes })));
    expect(codes.toSorted()).toEqual(['precondition-failed', 'precondition-failed', 'taken']);
    expect(await codeOf(vault, { fields, file: bytes })).toBe('precondition-failed');
    expect(Buffer.from(await vault.read(terms.key))).toEqual(bytes);
  });

  it('reads a stream no further than was granted', async () => {
    const vault = await newVault();
    let sent = 0;
    const endless = Readable.from(
      (async function* () {
        for (;;) {
          sent += 1;
          yield bytes;
        }
      })(),
      { highWaterMark: 1 },
    );
    const { fields } = await vault.grantUpload(terms);
    expect(await codeOf(vault, { fields, file: endless })).toBe('entity-too-large');
    expect(sent).toBeLessThan(10);
    expect(endless.destroyed).toBe(true);
  });

  it('keeps every file inside its folder, whatever the key', async () => {
    const folder = newFolder();
    const vault = await open(folder);
    for (const key of ['../../../../tmp/outside', 'long/'.repeat(200)]) {
      const { fields } = await vault.grantUpload({ ...terms, key });
      expect(await codeOf(vault, { fields, file: bytes })).toBe('taken');
      expect(await vault.look(key)).toEqual({ size: bytes.length, type: 'text/plain', sha256: terms.sha256 });
    }
    expect(readdirSync(join(folder, 'files'))).toHaveLength(4);
  });

  it('knows its files and its grants after a restart, and throws away what was arriving', async () => {
    const folder = newFolder();
    const before = await open(folder);
    const { fields } = await before.grantUpload(terms);
    const later = await before.grantUpload({ ...terms, key: 'evidence/1/3' });
    expect(await codeOf(before, { fields, file: bytes })).toBe('taken');
    writeFileSync(join(folder, 'arriving', 'half'), 'evi');
    const after = await open(folder);
    expect(await after.look(terms.key)).toMatchObject({ sha256: terms.sha256 });
    expect(await codeOf(after, { fields: later.fields, file: bytes })).toBe('taken');
    expect(readdirSync(join(folder, 'arriving'))).toEqual([]);
  });

  it('signs with a secret of its own that nobody else may read', async () => {
    const folder = newFolder();
    const { fields } = await (await newVault()).grantUpload(terms);
    expect(await codeOf(await open(folder), { fields, file: bytes })).toBe('access-denied');
    expect(statSync(join(folder, 'grant-secret')).mode & 0o777).toBe(0o600);
  });
});
