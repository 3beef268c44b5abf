import { Duration, type Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type Bucket, CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Config } from '../config.ts';
import { HouseBucket } from './house-bucket.ts';

/** Days that bucket access logs are kept. */
const accessLogDays = 365;
/** Days after its arrival that a file is gone from the intake, whatever became of it. */
const intakeDays = 30;
/** Who was cut off on a Friday goes on with a large file on Monday. */
const unfinishedPartsDays = 3;
/** A pack can be made again at any time. */
const packDays = 7;

const briefly = (days: number) => ({
  expiration: Duration.days(days),
  noncurrentVersionExpiration: Duration.days(1),
});

/** Tells EventBridge of everything that happens to the objects of a bucket, without a function of CDK's own to set it up. */
const tellEventBridge = (bucket: Bucket): void => {
  const { defaultChild } = bucket.node;
  if (!(defaultChild instanceof CfnBucket)) throw new RangeError('the bucket is not made by CloudFormation');
  defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
};

export interface FileBuckets {
  /** Where files arrive. */
  readonly intake: Bucket;
  /** Where evidence is kept. */
  readonly vault: Bucket;
  /** Where evidence packs wait to be fetched. */
  readonly packs: Bucket;
}

/** The buckets of a stack, and one more for who looked into any of them. */
export const makeFileBuckets = (
  stack: Stack,
  { config, key }: { readonly config: Config; readonly key: IKey | undefined },
): FileBuckets => {
  const accessLogs = new HouseBucket(stack, 'AccessLogs', { lifecycleRules: [briefly(accessLogDays)] }).bucket;
  const allowedOrigins = [...new Set([config.baseUrl, ...config.allowedOrigins])];
  const intake = new HouseBucket(stack, 'Intake', {
    accessLogs,
    key,
    unfinishedPartsDays,
    lifecycleRules: [briefly(intakeDays)],
    cors: [
      {
        // The application's pages send a file as a form, or part by part, and hold the answer against what they sent.
        allowedOrigins,
        allowedMethods: [HttpMethods.POST, HttpMethods.PUT],
        allowedHeaders: ['*'],
        exposedHeaders: ['ETag', 'x-amz-checksum-sha256'],
        maxAge: Duration.hours(1).toSeconds(),
      },
    ],
  }).bucket;
  tellEventBridge(intake);
  // Each file is locked when it is put in, for as long as the policy says: so no retention by default.
  const vault = new HouseBucket(stack, 'Vault', {
    accessLogs,
    key,
    objectLockEnabled: true,
    // The pages show a file before it is downloaded: they fetch it by the same granted address.
    cors: [{ allowedOrigins, allowedMethods: [HttpMethods.GET], maxAge: Duration.hours(1).toSeconds() }],
  }).bucket;
  vault.addToResourcePolicy(
    new PolicyStatement({
      sid: 'NobodyDeletesEvidence',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:BypassGovernanceRetention', 's3:DeleteObjectVersion'],
      resources: [vault.arnForObjects('*')],
    }),
  );
  const packs = new HouseBucket(stack, 'Packs', { accessLogs, key, lifecycleRules: [briefly(packDays)] }).bucket;
  return { intake, vault, packs };
};
