import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLocalSigner } from '#adapters/local/signer.ts';
import { SignerFault } from '#ports/signer.ts';
import { signerContract } from './signer.contract.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-signer-'));
});
afterAll(() => rm(folder, { recursive: true }));

signerContract('a key in the data folder', () => createLocalSigner(folder));

it('keeps one key, for its owner alone, whoever comes first', async () => {
  const own = await mkdtemp(join(folder, 'key-'));
  const signers = await Promise.all([1, 2, 3].map(() => createLocalSigner(own)));
  const keys = await Promise.all(signers.map((signer) => signer.publicKey()));
  expect(new Set(keys).size).toBe(1);
  expect(await readdir(own)).toEqual(['signing-key.pem']);
  expect((await stat(join(own, 'signing-key.pem'))).mode & 0o777).toBe(0o600);
  expect(await (await createLocalSigner(own)).publicKey()).toBe(keys[0]);
});

it('throws where the key is damaged', async () => {
  const own = await mkdtemp(join(folder, 'damaged-'));
  await writeFile(join(own, 'signing-key.pem'), 'half');
  await expect(createLocalSigner(own)).rejects.toBeInstanceOf(SignerFault);
});
