import { createVaultBucket } from '#adapters/aws/s3/vault.ts';
import { systemClock } from '#adapters/runtime/clock.ts';
import { s3 } from './s3.ts';

/** The vault bucket of the stack. Whoever keeps files in it also knows the intake. */
export const vaultOf = (env: { readonly VAULT_BUCKET: string; readonly INTAKE_BUCKET?: string }) =>
  createVaultBucket({ client: s3, bucket: env.VAULT_BUCKET, intakeBucket: env.INTAKE_BUCKET, clock: systemClock });
