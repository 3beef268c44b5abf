import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { hashedCaching, hashedFolder, otherCaching } from '#contracts/web-headers.ts';
import { settingsPath, type WebSettings } from '#contracts/web-settings.ts';
import { acknowledge, acknowledgeWildcard } from './acknowledge.ts';
import { HouseBucket } from './house-bucket.ts';

export interface WebFilesProps {
  readonly prefix: string;
  /** The folder of the built application. */
  readonly built: string;
  readonly settings: WebSettings;
  readonly logRetention: RetentionDays;
}

/** What S3 knows files by: without the slash at the beginning. */
const keyed = (path: string): string => path.slice(1);
const hashed = `${keyed(hashedFolder)}*`;

/** The files of the browser application, and the settings that it reads first. */
export class WebFiles extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { prefix, built, settings, logRetention }: WebFilesProps) {
    super(scope, id);
    this.bucket = new HouseBucket(this, 'Pages', {
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
    }).bucket;
    acknowledge(this.bucket, 'S1', 'These files are for everybody, and CloudFront alone fetches them.');
    const logs = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${prefix}-web-files`,
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: 'Puts the files of the application where they are served from',
    });
    logs.grantWrite(role);
    const shared = { destinationBucket: this.bucket as IBucket, role, logGroup: logs, outputObjectKeys: false };
    const asset = new Asset(this, 'Built', { path: built, exclude: ['.*'] });
    const files = Source.bucket(asset.bucket, asset.s3ObjectKey);
    const parts = new BucketDeployment(this, 'Parts', {
      ...shared,
      sources: [files],
      exclude: ['*'],
      include: [hashed],
      // Whoever has a page of an earlier deployment open still finds the parts of it.
      prune: false,
      cacheControl: [CacheControl.fromString(hashedCaching)],
    });
    const document = new BucketDeployment(this, 'Document', {
      ...shared,
      sources: [files, Source.jsonData(keyed(settingsPath), settings)],
      exclude: [hashed],
      cacheControl: [CacheControl.fromString(otherCaching)],
    });
    // The document comes last: what it names is there by then.
    document.node.addDependency(parts);
    this.acknowledgeRules(role, asset.bucket);
  }

  /** The function that puts the files there is the CDK's own. */
  private acknowledgeRules(role: Role, assets: IBucket): void {
    for (const action of ['GetObject', 'GetBucket', 'List', 'DeleteObject', 'Abort'])
      acknowledge(role, `IAM5[Action::s3:${action}*]`, 'As the CDK grants reading and writing of a bucket.');
    acknowledgeWildcard(role, this.bucket.arnForObjects('*'), 'Every file of the application, and nothing else there.');
    acknowledgeWildcard(role, assets.arnForObjects('*'), 'Where the CDK puts what a deployment brings along.');
    const handlers = Stack.of(this).node.children.filter(({ node }) =>
      node.id.startsWith('Custom::CDKBucketDeployment'),
    );
    for (const handler of handlers) acknowledge(handler, 'L1', 'Its runtime comes with the version of the CDK.');
  }
}
