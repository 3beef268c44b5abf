import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { WebhookSecrets } from '#ports/webhooks.ts';
import { createWebhookSecrets } from '../../webhook/secrets.ts';

export interface KmsSecretsOptions {
  readonly client: KMSClient;
  /** A symmetric key (`HMAC_256`) for message authentication codes. */
  readonly keyArn: string;
}

/** The secrets of webhooks by KMS: the key that they follow from never leaves it. */
export const createKmsWebhookSecrets = ({ client, keyArn }: KmsSecretsOptions): WebhookSecrets =>
  createWebhookSecrets(async (text) => {
    const { Mac } = await client.send(
      new GenerateMacCommand({ KeyId: keyArn, Message: Buffer.from(text, 'utf8'), MacAlgorithm: 'HMAC_SHA_256' }),
    );
    if (!Mac) throw new Error('KMS answered without a code');
    return Mac;
  });
