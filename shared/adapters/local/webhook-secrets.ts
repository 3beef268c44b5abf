import { createHmac, randomBytes } from 'node:crypto';
import { WebhookSecretFault, type WebhookSecrets } from '#ports/webhooks.ts';
import { reasonOf } from '../reason.ts';
import { createWebhookSecrets } from '../webhook/secrets.ts';
import { keptKey } from './kept-key.ts';

const keyBytes = 32;

/**
 * The secrets of webhooks in the local system, from a key in the data folder.
 * @throws {WebhookSecretFault} where the key cannot be made or read
 */
export const createLocalWebhookSecrets = async (folder: string): Promise<WebhookSecrets> => {
  try {
    const text = await keptKey(folder, 'webhook-key', () => randomBytes(keyBytes).toString('hex'));
    const key = Buffer.from(text, 'hex');
    if (key.length !== keyBytes) throw new RangeError('it is no key');
    return createWebhookSecrets(async (content) => createHmac('sha256', key).update(content, 'utf8').digest());
  } catch (cause) {
    throw new WebhookSecretFault(`the webhook key in ${folder} cannot be used: ${reasonOf(cause)}`, { cause });
  }
};
