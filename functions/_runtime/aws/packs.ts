import { createPackBucket } from '#adapters/aws/s3/packs.ts';
import { systemClock } from '#adapters/runtime/clock.ts';
import { s3 } from './s3.ts';

/** The stack's bucket of evidence packs. */
export const packFilesOf = (env: { readonly PACKS_BUCKET: string }) =>
  createPackBucket({ client: s3, bucket: env.PACKS_BUCKET, clock: systemClock });
