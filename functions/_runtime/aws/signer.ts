import { KMSClient } from '@aws-sdk/client-kms';
import { createKmsSigner } from '#adapters/aws/kms/signer.ts';

/** The stack's key that evidence packs are signed with. */
export const signerOf = (env: { readonly SIGNING_KEY_ARN: string }) =>
  createKmsSigner({ client: new KMSClient({}), keyArn: env.SIGNING_KEY_ARN });
