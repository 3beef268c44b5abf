import { KMSClient } from '@aws-sdk/client-kms';
import { createKmsWebhookSecrets } from '#adapters/aws/kms/webhook-secrets.ts';

/** The stack's key that the secrets of webhooks follow from. */
export const webhookSecretsOf = (env: { readonly WEBHOOK_KEY_ARN: string }) =>
  createKmsWebhookSecrets({ client: new KMSClient({}), keyArn: env.WEBHOOK_KEY_ARN });
