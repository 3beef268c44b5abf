import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLocalWebhookSecrets } from '#adapters/local/webhook-secrets.ts';
import { WebhookSecretFault } from '#ports/webhooks.ts';
import { webhookSecretsContract } from './webhook-secrets.contract.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-webhook-key-'));
});
afterAll(() => rm(folder, { recursive: true }));

const webhook = { id: 'w1', secretVersion: 1 };

webhookSecretsContract('a key in the data folder', () => createLocalWebhookSecrets(folder));

it('keeps one key over restarts, for its owner alone', async () => {
  const own = await mkdtemp(join(folder, 'key-'));
  const first = await (await createLocalWebhookSecrets(own)).secretOf(webhook);
  expect(await (await createLocalWebhookSecrets(own)).secretOf(webhook)).toBe(first);
  expect(await readdir(own)).toEqual(['webhook-key']);
  expect((await stat(join(own, 'webhook-key'))).mode & 0o777).toBe(0o600);
  const other = await createLocalWebhookSecrets(await mkdtemp(join(folder, 'key-')));
  expect(await other.secretOf(webhook)).not.toBe(first);
});

it('throws where the key is damaged', async () => {
  const own = await mkdtemp(join(folder, 'damaged-'));
  await writeFile(join(own, 'webhook-key'), 'half');
  await expect(createLocalWebhookSecrets(own)).rejects.toBeInstanceOf(WebhookSecretFault);
});
