import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectLegalHoldCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { newId } from '../samples.ts';
import { isAccount, service } from './service.ts';

export const s3 = new S3Client({ ...service, forcePathStyle: !isAccount });

export interface TestBucket {
  readonly name: string;
  make(): Promise<void>;
  /** Removes it with every version that is in it. */
  remove(): Promise<void>;
}

/** A bucket with versions, as every bucket of the stack is; with `locked`, object lock as well. */
export const testBucket = ({ locked = false } = {}): TestBucket => {
  const name = `redress-contract-${newId()}`;
  const { region } = service;
  return {
    name,
    make: async () => {
      // The one region that S3 wants not to be named.
      const located =
        region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region as 'eu-central-1' } };
      await s3.send(new CreateBucketCommand({ Bucket: name, ObjectLockEnabledForBucket: locked, ...located }));
      await s3.send(new PutBucketVersioningCommand({ Bucket: name, VersioningConfiguration: { Status: 'Enabled' } }));
    },
    remove: async () => {
      const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: name }));
      for (const { Key = '', VersionId } of [...Versions, ...DeleteMarkers]) {
        const version = { Bucket: name, Key, VersionId };
        if (locked) await s3.send(new PutObjectLegalHoldCommand({ ...version, LegalHold: { Status: 'OFF' } }));
        await s3.send(new DeleteObjectCommand({ ...version, ...(locked && { BypassGovernanceRetention: true }) }));
      }
      await s3.send(new DeleteBucketCommand({ Bucket: name }));
    },
  };
};
