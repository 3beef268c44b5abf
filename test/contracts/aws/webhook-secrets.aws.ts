import { CreateKeyCommand, KMSClient, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll } from 'vitest';
import { createKmsWebhookSecrets } from '#adapters/aws/kms/webhook-secrets.ts';
import { webhookSecretsContract } from '../webhook-secrets.contract.ts';
import { service } from './service.ts';

const client = new KMSClient(service);
let keyArn = '';
let keyId = '';

beforeAll(async () => {
  const { KeyMetadata } = await client.send(
    new CreateKeyCommand({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC', Description: 'redress-contract' }),
  );
  keyArn = KeyMetadata?.Arn ?? '';
  keyId = KeyMetadata?.KeyId ?? '';
});
afterAll(async () => {
  // The shortest wait that KMS knows.
  await client.send(new ScheduleKeyDeletionCommand({ KeyId: keyId, PendingWindowInDays: 7 }));
  client.destroy();
});

webhookSecretsContract('KMS', async () => createKmsWebhookSecrets({ client, keyArn }));
