import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { indexes, tableKeys } from '#adapters/aws/dynamodb/table.ts';
import type { Config } from '../config.ts';
import { HouseBucket } from '../constructs/house-bucket.ts';
import { PeoplePool } from '../constructs/people-pool.ts';
import { exporter, type Issuer, type Kept } from '../kept.ts';
import { prefixOf } from '../naming.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** Days that bucket access logs are kept. */
const accessLogDays = 365;

/**
 * What is kept: records, files, people. Nothing here is deleted with the stack, and the stack itself is protected; the
 * application stack may be taken down and put up again at any time.
 */
export class DataStack extends Stack {
  readonly kept: Kept;

  constructor(scope: Construct, id: string, { config, ...props }: StackProps & { readonly config: Config }) {
    super(scope, id, { ...props, terminationProtection: true });
    const exported = exporter(this, prefixOf(config));
    const key = config.customerManagedKey ? this.addKey() : undefined;
    const table = this.addTable(key);
    const streamArn = table.tableStreamArn;
    if (streamArn === undefined) throw new RangeError('the table has no stream');
    const { intake, vault } = this.addBuckets(config, key);
    exported('vault-name', vault.bucketName);
    this.kept = {
      table: {
        name: exported('table-name', table.tableName),
        arn: exported('table-arn', table.tableArn),
        streamArn: exported('table-stream-arn', streamArn),
      },
      intake: { name: exported('intake-name', intake.bucketName), arn: exported('intake-arn', intake.bucketArn) },
      issuer: this.addIssuer(config, exported),
      ...(key && { keyArn: exported('key-arn', key.keyArn) }),
    };
  }

  private addKey(): Key {
    return new Key(this, 'Key', {
      description: 'Records and files of Redress',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private addTable(key: Key | undefined): TableV2 {
    return new TableV2(this, 'Table', {
      partitionKey: text(tableKeys.partition),
      sortKey: text(tableKeys.sort),
      globalSecondaryIndexes: Object.values(indexes).map(({ name, partition, sort, projected }) => ({
        indexName: name,
        partitionKey: text(partition),
        sortKey: text(sort),
        ...(projected.length > 0
          ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projected] }
          : { projectionType: ProjectionType.KEYS_ONLY }),
      })),
      billing: Billing.onDemand(),
      encryption: key ? TableEncryptionV2.customerManagedKey(key) : TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      // The relay reads the event itself: the stream need only say where it lies.
      dynamoStream: StreamViewType.KEYS_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private addBuckets({ baseUrl }: Config, key: Key | undefined) {
    const briefly = (days: number) => ({
      expiration: Duration.days(days),
      noncurrentVersionExpiration: Duration.days(1),
    });
    const accessLogs = new HouseBucket(this, 'AccessLogs', { lifecycleRules: [briefly(accessLogDays)] }).bucket;
    const intake = new HouseBucket(this, 'Intake', {
      accessLogs,
      key,
      // The form that S3 takes an upload by is sent from the application's pages.
      cors: [{ allowedOrigins: [baseUrl], allowedMethods: [HttpMethods.POST], allowedHeaders: ['*'] }],
      // Registered evidence lies here until there is a vault to copy it to: nothing expires.
    }).bucket;
    // Each file is locked when it is put in, for as long as the policy says: so no retention by default.
    const vault = new HouseBucket(this, 'Vault', { accessLogs, key, objectLockEnabled: true }).bucket;
    return { intake, vault };
  }

  private addIssuer(config: Config, exported: (name: string, value: string) => string): Issuer {
    const { identity, baseUrl } = config;
    if (identity.provider === 'oidc') return { url: identity.issuer, audience: identity.audience };
    const { pool, client } = new PeoplePool(this, 'People', {
      domainPrefix: `${prefixOf(config)}-${this.account}`,
      callbackUrl: baseUrl,
    });
    return {
      url: exported('token-issuer', pool.userPoolProviderUrl),
      audience: [exported('sign-in-client', client.userPoolClientId)],
    };
  }
}
