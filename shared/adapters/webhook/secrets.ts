import { createHmac } from 'node:crypto';
import { type SecretOf, WebhookSecretFault, type WebhookSecrets } from '#ports/webhooks.ts';
import { reasonOf } from '../reason.ts';

/** HMAC-SHA-256 of a text under a key that only its keeper knows: 32 bytes. */
export type Derive = (text: string) => Promise<Uint8Array>;

/** Secrets that follow from one key: each webhook has its own, and each time it is renewed another. */
export const createWebhookSecrets = (derive: Derive): WebhookSecrets => {
  const bytesOf = async ({ id, secretVersion }: SecretOf): Promise<Buffer> => {
    try {
      return Buffer.from(await derive(`redress-webhook:${id}:${secretVersion}`));
    } catch (cause) {
      throw new WebhookSecretFault(`deriving a webhook's secret failed: ${reasonOf(cause)}`, { cause });
    }
  };
  return {
    secretOf: async (webhook) => (await bytesOf(webhook)).toString('base64'),
    sign: async (webhook, text) =>
      createHmac('sha256', await bytesOf(webhook))
        .update(text, 'utf8')
        .digest('base64'),
  };
};
