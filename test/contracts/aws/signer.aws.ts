import { createHash } from 'node:crypto';
import { CreateKeyCommand, KMSClient, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createKmsSigner } from '#adapters/aws/kms/signer.ts';
import { SignerFault } from '#ports/signer.ts';
import { signerContract } from '../signer.contract.ts';
import { isMoto, service } from './service.ts';

const client = new KMSClient(service);
let keyArn = '';
let keyId = '';

beforeAll(async () => {
  const { KeyMetadata } = await client.send(
    new CreateKeyCommand({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY', Description: 'redress-contract' }),
  );
  keyArn = KeyMetadata?.Arn ?? '';
  keyId = KeyMetadata?.KeyId ?? '';
});
afterAll(async () => {
  // The shortest wait that KMS knows.
  await client.send(new ScheduleKeyDeletionCommand({ KeyId: keyId, PendingWindowInDays: 7 }));
  client.destroy();
});

signerContract(
  'KMS',
  async () => createKmsSigner({ client, keyArn }),
  // moto does not look at the message's type: it hashes the digest once more.
  isMoto ? (message) => createHash('sha256').update(message).digest() : undefined,
);

it('throws a fault of its own where there is no such key', async () => {
  const signer = createKmsSigner({ client, keyArn: `${keyArn.slice(0, -4)}0000` });
  await expect(signer.publicKey()).rejects.toBeInstanceOf(SignerFault);
  await expect(signer.sign(new Uint8Array(1))).rejects.toBeInstanceOf(SignerFault);
});
