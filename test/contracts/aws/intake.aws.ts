import { setTimeout } from 'node:timers/promises';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll } from 'vitest';
import { createIntakeBucket } from '#adapters/aws/s3/intake.ts';
import { systemClock } from '#adapters/runtime/clock.ts';
import { intakeFilesContract, type Upload } from '../intake-files.contract.ts';
import { newId } from '../samples.ts';
import { isAccount, isMoto, service } from './service.ts';

const client = new S3Client({ ...service, forcePathStyle: !isAccount });
const bucket = `redress-contract-${newId()}`;
const files = createIntakeBucket({ client, bucket, clock: systemClock });

beforeAll(async () => {
  const { region } = service;
  // The one region that S3 wants not to be named.
  const located =
    region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region as 'eu-central-1' } };
  await client.send(new CreateBucketCommand({ Bucket: bucket, ...located }));
});

afterAll(async () => {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
  if (Contents.length > 0)
    await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: Contents.map(({ Key = '' }) => ({ Key })) } }),
    );
  await client.send(new DeleteBucketCommand({ Bucket: bucket }));
  client.destroy();
});

const upload = async ({ grant, bytes, fields = grant.fields }: Upload): Promise<boolean> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([Uint8Array.from(bytes)]));
  const { ok } = await fetch(grant.url, { method: 'POST', body: form });
  // moto keeps the bytes of a POST and forgets their checksum and type: put there what S3 would have kept.
  if (ok && isMoto)
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: fields.key,
        Body: bytes,
        ContentType: fields['Content-Type'],
        ChecksumAlgorithm: 'SHA256',
      }),
    );
  return ok;
};

intakeFilesContract('S3 adapter', () => ({
  files,
  upload,
  pass: (seconds) => setTimeout(seconds * 1000),
  ...(isMoto && { refusesNothing: 'moto enforces neither signatures nor POST policies nor checksums' }),
}));
