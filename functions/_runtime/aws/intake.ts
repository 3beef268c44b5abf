import { S3Client } from '@aws-sdk/client-s3';
import { createIntakeBucket } from '#adapters/aws/s3/intake.ts';
import { systemClock } from '#adapters/runtime/clock.ts';

/** The intake bucket of the stack. */
export const intakeOf = (env: { readonly INTAKE_BUCKET: string }) =>
  createIntakeBucket({
    client: new S3Client({}),
    bucket: env.INTAKE_BUCKET,
    clock: systemClock,
  });
