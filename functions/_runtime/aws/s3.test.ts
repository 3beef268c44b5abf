import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { afterEach, expect, test } from 'vitest';
import { originOf } from './s3.ts';

const before = process.env.AWS_REGION;
afterEach(() => {
  if (before === undefined) delete process.env.AWS_REGION;
  else process.env.AWS_REGION = before;
});

test.each(['us-east-1', 'eu-central-1', 'cn-north-1'])(
  'the origin in %s is the one that grants name',
  async (region) => {
    process.env.AWS_REGION = region;
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const { url } = await createPresignedPost(new S3Client({ region, credentials }), {
      Bucket: 'redress-intake',
      Key: 'k',
    });
    expect(originOf('redress-intake')).toBe(new URL(url).origin);
  },
);

test('without a region there is no origin', () => {
  delete process.env.AWS_REGION;
  expect(() => originOf('redress-intake')).toThrow(/AWS_REGION/);
});
