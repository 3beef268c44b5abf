import { Aws, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { indexes, tableKeys } from '#adapters/aws/dynamodb/table.ts';
import type { Config } from '../config.ts';
import { makeFileBuckets } from '../constructs/file-buckets.ts';
import { keepTags, MalwareScan } from '../constructs/malware-scan.ts';
import { PeoplePool, signedOutAt } from '../constructs/people-pool.ts';
import { SigningKey } from '../constructs/signing-key.ts';
import { WebhookKey } from '../constructs/webhook-key.ts';
import { exporter, type Issuer, type Kept } from '../kept.ts';
import { prefixOf } from '../naming.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

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
    const { intake, vault, packs } = makeFileBuckets(this, { config, key });
    const scan =
      config.malwareScan === 'guardduty' ? new MalwareScan(this, 'Scan', { bucket: intake, key }) : undefined;
    keepTags(intake, scan?.role);
    const kept = (name: string, bucket: Bucket) => ({
      name: exported(`${name}-name`, bucket.bucketName),
      arn: exported(`${name}-arn`, bucket.bucketArn),
    });
    this.kept = {
      table: {
        name: exported('table-name', table.tableName),
        arn: exported('table-arn', table.tableArn),
        streamArn: exported('table-stream-arn', streamArn),
      },
      intake: kept('intake', intake),
      vault: kept('vault', vault),
      packs: kept('packs', packs),
      signingKeyArn: exported('signing-key-arn', new SigningKey(this, 'Signing').key.keyArn),
      webhookKeyArn: exported('webhook-key-arn', new WebhookKey(this, 'Webhooks').key.keyArn),
      issuer: this.addIssuer(config, exported),
      ...(scan && { scanPlanArn: exported('scan-plan-arn', scan.planArn) }),
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

  private addIssuer(config: Config, exported: (name: string, value: string) => string): Issuer {
    const { identity, baseUrl } = config;
    if (identity.provider === 'oidc') {
      const { issuer: url, audience, origins } = identity;
      const [clientId = ''] = audience;
      return { url, audience, clientId, origins: [new URL(url).origin, ...origins] };
    }
    const { pool, client, page } = new PeoplePool(this, 'People', {
      domainPrefix: `${prefixOf(config)}-${this.account}`,
      address: baseUrl,
    });
    const clientId = exported('sign-in-client', client.userPoolClientId);
    const signInPage = exported('sign-in-page', page);
    return {
      url: exported('token-issuer', pool.userPoolProviderUrl),
      audience: [clientId],
      clientId,
      origins: [`https://cognito-idp.${this.region}.${Aws.URL_SUFFIX}`, signInPage],
      // Cognito takes neither a hint nor a way back as OpenID Connect RP-Initiated Logout 1.0 has them.
      signOut: `${signInPage}/logout?client_id=${clientId}&logout_uri=${encodeURIComponent(signedOutAt(baseUrl))}`,
    };
  }
}
