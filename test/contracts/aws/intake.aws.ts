import { setTimeout } from 'node:timers/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll } from 'vitest';
import { createIntakeBucket } from '#adapters/aws/s3/intake.ts';
import { systemClock } from '#adapters/runtime/clock.ts';
import { intakeFilesContract, type Upload } from '../intake-files.contract.ts';
import { intakePartsContract, type PartPut } from '../intake-parts.contract.ts';
import { s3, testBucket } from './buckets.ts';
import { isMoto } from './service.ts';

const bucket = testBucket();
const files = createIntakeBucket({ client: s3, bucket: bucket.name, clock: systemClock });
beforeAll(bucket.make);
afterAll(bucket.remove);

const upload = async ({ grant, bytes, fields = grant.fields }: Upload): Promise<boolean> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([Uint8Array.from(bytes)]));
  const { ok } = await fetch(grant.url, { method: 'POST', body: form });
  // moto keeps the bytes of a POST and forgets their checksum and type: put there what S3 would have kept.
  if (ok && isMoto)
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket.name,
        Key: fields.key,
        Body: bytes,
        ContentType: fields['Content-Type'],
        ChecksumAlgorithm: 'SHA256',
      }),
    );
  return ok;
};

const put = async ({ grant, bytes, url = grant.url, headers = grant.headers }: PartPut): Promise<boolean> =>
  (await fetch(url, { method: 'PUT', headers, body: Uint8Array.from(bytes) })).ok;

const shared = {
  files,
  pass: (seconds: number) => setTimeout(seconds * 1000),
  ...(isMoto && { refusesNothing: 'moto enforces neither signatures nor POST policies nor checksums' }),
};

intakeFilesContract('S3 adapter', () => ({ ...shared, upload }));
// moto lists parts without the hashes that it was given, and takes the hash of all of those for one of the whole.
intakePartsContract('S3 adapter', () => ({ ...shared, put, partBytes: 5 * 1024 * 1024, muddlesHashes: isMoto }));
