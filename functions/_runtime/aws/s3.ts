import { S3Client } from '@aws-sdk/client-s3';
import { LambdaEnv } from '../env.ts';

/** One client for all buckets of a function: it keeps its connections. */
export const s3 = new S3Client({});

/** Where browsers find a bucket: the origin that its presigned addresses begin with. */
export const originOf = (bucket: string): string => {
  const { AWS_REGION } = LambdaEnv.parse(process.env);
  return s3.config.endpointProvider({ Bucket: bucket, Region: AWS_REGION }).url.origin;
};
