import { createHmac } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { expect, it } from 'vitest';
import { WebhookSecretFault } from '#ports/webhooks.ts';
import { type Answer, answering, awsError } from '../answering.fixture.ts';
import { createKmsWebhookSecrets } from './webhook-secrets.ts';

const keyArn = 'arn:aws:kms:eu-central-1:111111111111:key/k';
const on = async (answer: Answer) => {
  const { options, requests } = await answering(() => answer);
  return { secrets: createKmsWebhookSecrets({ client: new KMSClient(options), keyArn }), requests };
};
const webhook = { id: 'w1', secretVersion: 3 };
const mac = Buffer.alloc(32, 7);

it('asks KMS for the code of a webhook and the number of its secret, and signs with that here', async () => {
  const { secrets, requests } = await on({ body: { Mac: mac.toString('base64') } });
  expect(await secrets.secretOf(webhook)).toBe(mac.toString('base64'));
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
    KeyId: keyArn,
    Message: Buffer.from('redress-webhook:w1:3').toString('base64'),
    MacAlgorithm: 'HMAC_SHA_256',
  });
  expect(await secrets.sign(webhook, 'text')).toBe(createHmac('sha256', mac).update('text').digest('base64'));
  expect(requests.some(({ body }) => body.includes(Buffer.from('text').toString('base64')))).toBe(false);
});

it('throws a fault of its own for what KMS refuses, and for an answer without a code', async () => {
  for (const answer of [awsError('DisabledException'), { body: {} }]) {
    const { secrets } = await on(answer);
    await expect(secrets.secretOf(webhook)).rejects.toBeInstanceOf(WebhookSecretFault);
  }
});
