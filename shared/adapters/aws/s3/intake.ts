import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { secondsAfter } from '#domain/calendar/instants.ts';
import type { Clock } from '#ports/clock.ts';
import { IntakeFault, type IntakeFiles } from '#ports/evidence.ts';
import { reasonOf } from '../../reason.ts';
import { partsIn } from './parts.ts';
import { readVersion, streamVersion } from './reading.ts';
import { type Bucket, createGuard, hexToBase64, isMissing, wholeSha256 } from './requests.ts';

export interface IntakeBucket extends Bucket {
  readonly clock: Clock;
}

const guard = createGuard(IntakeFault);

/**
 * The intake bucket, with versions. A grant is a presigned POST whose policy names the exact key, type, size and
 * SHA-256, so that S3 itself refuses anything else; encryption at rest is the bucket's default.
 *
 * Who looks needs `s3:ListBucket` on the bucket besides `s3:GetObject`: without it S3 answers 403 for a file that is
 * not there, which is a fault, and not 404. Who reads needs `s3:GetObjectVersion`, who lists parts
 * `s3:ListMultipartUploadParts`.
 */
export const createIntakeBucket = ({ client, bucket, clock }: IntakeBucket): IntakeFiles => ({
  ...partsIn({ client, bucket, clock }),

  grantUpload: ({ key, type, size, sha256, expiresInSeconds, returnTo }) =>
    guard('granting an upload', async () => {
      const now = clock.now();
      const { url, fields } = await createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Expires: expiresInSeconds,
        // Each field becomes a condition of its own that asks for exactly this value.
        Fields: {
          'Content-Type': type,
          'x-amz-checksum-algorithm': 'SHA256',
          'x-amz-checksum-sha256': hexToBase64(sha256),
          ...(returnTo !== undefined && { success_action_redirect: returnTo }),
        },
        Conditions: [['content-length-range', size, size]],
      });
      return { url, fields, expiresAt: secondsAfter(now, expiresInSeconds) };
    }),

  look: (key) =>
    guard(`looking at ${key}`, async () => {
      try {
        const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }));
        if (head.VersionId === undefined) throw new IntakeFault(`the bucket keeps no versions of ${key}`);
        const sha256 = wholeSha256(head);
        return {
          size: head.ContentLength ?? 0,
          type: head.ContentType ?? '',
          version: head.VersionId,
          ...(sha256 !== undefined && { sha256 }),
        };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    }),

  read: (file, from, bytes) => guard(`reading ${file.key}`, () => readVersion({ client, bucket }, file, from, bytes)),

  stream: async function* (file) {
    try {
      yield* streamVersion({ client, bucket }, file);
    } catch (cause) {
      throw new IntakeFault(`reading ${file.key} failed: ${reasonOf(cause)}`, { cause });
    }
  },
});
