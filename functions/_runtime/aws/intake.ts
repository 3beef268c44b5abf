import { createIntakeBucket } from '#adapters/aws/s3/intake.ts';
import { systemClock } from '#adapters/runtime/clock.ts';
import { s3 } from './s3.ts';

/** The intake bucket of the stack. */
export const intakeOf = (env: { readonly INTAKE_BUCKET: string }) =>
  createIntakeBucket({ client: s3, bucket: env.INTAKE_BUCKET, clock: systemClock });
