import { setTimeout } from 'node:timers/promises';
import { ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll } from 'vitest';
import { createPackBucket } from '#adapters/aws/s3/packs.ts';
import { systemClock } from '#adapters/runtime/clock.ts';
import { packFilesContract } from '../pack-files.contract.ts';
import { s3, testBucket } from './buckets.ts';
import { got } from './got.ts';
import { isMoto } from './service.ts';

const bucket = testBucket();
beforeAll(bucket.make);
afterAll(bucket.remove);

packFilesContract('S3 adapter', () => ({
  files: createPackBucket({ client: s3, bucket: bucket.name, clock: systemClock }),
  pass: (seconds) => setTimeout(seconds * 1000),
  get: got,
  leftOver: async () => {
    const { Uploads = [] } = await s3.send(new ListMultipartUploadsCommand({ Bucket: bucket.name }));
    return Uploads.length > 0;
  },
  // moto leaves out the headers that a signed address asks for.
  ...(isMoto && { expiresNothing: 'moto enforces no signatures', givesNoHeaders: true }),
}));
