import { Readable } from 'node:stream';
import { Upload } from '@aws-sdk/lib-storage';
import type { Clock } from '#ports/clock.ts';
import { PackFault, type PackFiles } from '#ports/packs.ts';
import { grantDownload } from './downloads.ts';
import { type Bucket, createGuard } from './requests.ts';

export interface PackBucket extends Bucket {
  readonly clock: Clock;
}

const guard = createGuard(PackFault);

/** Two parts of 8 MiB are on their way at a time: that is all of a pack in memory, and 10,000 of them are 80 GB. */
const partSize = 8 * 1024 * 1024;
const queueSize = 2;

/** The bucket of packs. What was not written to its end is taken back: nothing of it is there. */
export const createPackBucket = ({ client, bucket, clock }: PackBucket): PackFiles => ({
  write: (key, content) =>
    guard(`writing ${key}`, async () => {
      const upload = new Upload({
        client,
        params: {
          Bucket: bucket,
          Key: key,
          Body: Readable.from(content, { objectMode: false }),
          ContentType: 'application/zip',
          ChecksumAlgorithm: 'SHA256',
        },
        partSize,
        queueSize,
      });
      await upload.done();
    }),

  grantDownload: (terms) =>
    guard(`granting a download of ${terms.key}`, () => grantDownload({ client, bucket, clock }, terms)),
});
