import { GetObjectCommand, HeadObjectCommand, NoSuchKey, NotFound, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { Clock } from '#ports/clock.ts';
import { IntakeFault, type IntakeFiles } from '#ports/evidence.ts';
import { reasonOf } from '../../reason.ts';

export interface IntakeBucket {
  readonly client: S3Client;
  readonly bucket: string;
  readonly clock: Clock;
}

const hexToBase64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');
const base64ToHex = (base64: string): string => Buffer.from(base64, 'base64').toString('hex');

const guard = async <T>(what: string, request: () => Promise<T>): Promise<T> => {
  try {
    return await request();
  } catch (cause) {
    if (cause instanceof IntakeFault) throw cause;
    throw new IntakeFault(`${what} failed: ${reasonOf(cause)}`, { cause });
  }
};

/**
 * The intake bucket. A grant is a presigned POST whose policy names the exact key, type, size and SHA-256, so that S3
 * itself refuses anything else; encryption at rest is the bucket's default.
 *
 * Who looks needs `s3:ListBucket` on the bucket besides `s3:GetObject`: without it S3 answers 403 for a file that is
 * not there, which is a fault, and not 404.
 */
export const createIntakeBucket = ({ client, bucket, clock }: IntakeBucket): IntakeFiles => ({
  grantUpload: ({ key, type, size, sha256, expiresInSeconds }) =>
    guard('granting an upload', async () => {
      const now = Date.parse(clock.now());
      const { url, fields } = await createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Expires: expiresInSeconds,
        // Each field becomes a condition of its own that asks for exactly this value.
        Fields: {
          'Content-Type': type,
          'x-amz-checksum-algorithm': 'SHA256',
          'x-amz-checksum-sha256': hexToBase64(sha256),
        },
        Conditions: [['content-length-range', size, size]],
      });
      return { url, fields, expiresAt: new Date(now + expiresInSeconds * 1000).toISOString() };
    }),

  look: (key) =>
    guard(`looking at ${key}`, async () => {
      try {
        const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }));
        if (head.ChecksumSHA256 === undefined) throw new IntakeFault(`the bucket keeps no SHA-256 of ${key}`);
        return {
          size: head.ContentLength ?? 0,
          type: head.ContentType ?? '',
          sha256: base64ToHex(head.ChecksumSHA256),
        };
      } catch (error) {
        if (error instanceof NotFound || error instanceof NoSuchKey) return undefined;
        throw error;
      }
    }),

  read: (key, bytes) =>
    guard(`reading ${key}`, async () => {
      const { Body } = await client.send(
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          ...(bytes === undefined ? {} : { Range: `bytes=0-${bytes - 1}` }),
        }),
      );
      if (Body === undefined) throw new IntakeFault(`${key} came without a body`);
      return Body.transformToByteArray();
    }),
});
