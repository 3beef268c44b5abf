import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface HouseBucketProps extends Pick<BucketProps, 'lifecycleRules' | 'objectLockEnabled' | 'cors'> {
  /** Where access is logged; left out only for the bucket that holds those logs. */
  readonly accessLogs?: Bucket;
  /** Encrypts with this key in place of S3's own. */
  readonly key?: IKey | undefined;
  /** Days after which the parts of an upload that was never finished are thrown away; one unless told. */
  readonly unfinishedPartsDays?: number;
}

/** Every bucket: private, by TLS alone, encrypted, versioned, and kept when the stack goes. */
export class HouseBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { accessLogs, key, ...rest }: HouseBucketProps) {
    super(scope, id);
    const { lifecycleRules = [], unfinishedPartsDays = 1, ...props } = rest;
    this.bucket = new Bucket(this, 'Bucket', {
      ...props,
      ...(key
        ? { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }
        : { encryption: BucketEncryption.S3_MANAGED }),
      ...(accessLogs && {
        serverAccessLogsBucket: accessLogs as IBucket,
        serverAccessLogsPrefix: `${id.toLowerCase()}/`,
      }),
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(unfinishedPartsDays) }, ...lifecycleRules],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
