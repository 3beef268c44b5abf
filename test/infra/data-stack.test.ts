import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { indexes, tableDefinition } from '#adapters/aws/dynamodb/table.ts';
import { returnPath } from '../../web/page-paths.ts';
import { statementsOf } from './policies.ts';
import { appOf, resourcesOf, templatesOf, textsIn, variants } from './stacks.ts';

const { data } = templatesOf();
const { data: withKey } = templatesOf(variants['everything else']);
const buckets = Object.entries(resourcesOf(data, 'AWS::S3::Bucket'));
const replica = (properties: object) => ({ Replicas: [Match.objectLike(properties)] });

describe('the table', () => {
  test('is kept, protected and restorable to any second', () => {
    data.hasResource('AWS::DynamoDB::GlobalTable', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    data.hasResourceProperties(
      'AWS::DynamoDB::GlobalTable',
      replica({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    );
  });

  test('is paid by request, encrypted, and streams the keys of what changed', () => {
    data.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
    });
  });

  test('has the keys and indexes that its adapter reads', () => {
    const { KeySchema, GlobalSecondaryIndexes } = tableDefinition('any');
    data.hasResourceProperties('AWS::DynamoDB::GlobalTable', { KeySchema, GlobalSecondaryIndexes });
    expect(GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual(Object.keys(indexes));
  });

  test('is encrypted by the key of the account where the configuration says so', () => {
    withKey.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      ...replica({ SSESpecification: { KMSMasterKeyId: Match.anyValue() } }),
    });
    const rotating = { Properties: { EnableKeyRotation: true }, DeletionPolicy: 'Retain' };
    withKey.hasResource('AWS::KMS::Key', rotating);
    expect(data.findResources('AWS::KMS::Key', rotating)).toEqual({});
  });
});

describe.each(buckets)('the bucket %s', (id, bucket) => {
  test('is private, versioned, encrypted and kept', () => {
    expect(bucket.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
    expect(bucket.DeletionPolicy).toBe('Retain');
    expect(bucket.UpdateReplacePolicy).toBe('Retain');
  });

  test('takes no request but by TLS 1.2', () => {
    const denied = (condition: object) =>
      Match.objectLike({
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 's3:*',
        Condition: condition,
        Resource: Match.arrayWith([{ 'Fn::GetAtt': [id, 'Arn'] }]),
      });
    data.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: id },
      PolicyDocument: {
        Statement: Match.arrayWith([
          denied({ Bool: { 'aws:SecureTransport': 'false' } }),
          denied({ NumericLessThan: { 's3:TlsVersion': 1.2 } }),
        ]),
      },
    });
  });

  test('has its access logged, unless it holds the logs', () => {
    if (id.startsWith('AccessLogs')) expect(bucket.Properties.LoggingConfiguration).toBeUndefined();
    else
      expect(bucket.Properties.LoggingConfiguration).toMatchObject({
        DestinationBucketName: { Ref: expect.any(String) },
      });
  });
});

const bucketOf = (name: string) => buckets.find(([id]) => id.startsWith(name))?.[1].Properties ?? {};
const lifecycle = (days: number, unfinished = 1) => ({
  Rules: [
    { AbortIncompleteMultipartUpload: { DaysAfterInitiation: unfinished }, Status: 'Enabled' },
    { ExpirationInDays: days, NoncurrentVersionExpiration: { NoncurrentDays: 1 }, Status: 'Enabled' },
  ],
});

describe('files', () => {
  test('are gone from the intake 30 days after they arrived, and unfinished ones after three', () => {
    expect(bucketOf('Intake').LifecycleConfiguration).toEqual(lifecycle(30, 3));
  });

  test('that arrive are told to EventBridge', () => {
    expect(bucketOf('Intake').NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
  });

  test('are uploaded from the pages of the application alone, which see the checksum of the answer', () => {
    expect(bucketOf('Intake').CorsConfiguration).toEqual({
      CorsRules: [
        {
          AllowedMethods: ['POST', 'PUT'],
          AllowedOrigins: ['https://redress.example.org'],
          AllowedHeaders: ['*'],
          ExposedHeaders: ['ETag', 'x-amz-checksum-sha256'],
          MaxAge: 3600,
        },
      ],
    });
  });

  test('are fetched from the vault by these pages to be looked at, and from no other bucket', () => {
    expect(bucketOf('Vault').CorsConfiguration).toEqual({
      CorsRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['https://redress.example.org'], MaxAge: 3600 }],
    });
    for (const name of ['Packs', 'AccessLogs']) expect(bucketOf(name).CorsConfiguration).toBeUndefined();
  });

  test('are uploaded from the other origins that may call the API, too', () => {
    const { data: elsewhere } = templatesOf({
      allowedOrigins: ['https://redress.example.org', 'https://intranet.example.org'],
    });
    elsewhere.hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: {
        CorsRules: [
          Match.objectLike({ AllowedOrigins: ['https://redress.example.org', 'https://intranet.example.org'] }),
        ],
      },
    });
  });

  test('can be locked in the vault, and never expire there', () => {
    expect(bucketOf('Vault').ObjectLockEnabled).toBe(true);
    expect(bucketOf('Vault').LifecycleConfiguration).toEqual({
      Rules: [{ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' }],
    });
  });

  test('are deleted from the vault by nobody, also by those who could go round the lock', () => {
    const denied = statementsOf(data, 'AWS::S3::BucketPolicy').find(({ Sid }) => Sid === 'NobodyDeletesEvidence');
    expect(denied).toMatchObject({
      id: expect.stringMatching(/^Vault/),
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['s3:BypassGovernanceRetention', 's3:DeleteObjectVersion'],
      Resource: [expect.stringMatching(/^Vault.*\/\*$/)],
    });
    expect(denied?.Condition).toBeUndefined();
  });

  test('in packs are gone after a week', () => {
    expect(bucketOf('Packs').LifecycleConfiguration).toEqual(lifecycle(7));
  });

  test('are encrypted by the key of the account where the configuration says so', () => {
    const byKey = Object.entries(resourcesOf(withKey, 'AWS::S3::Bucket')).filter(([, { Properties }]) =>
      textsIn(Properties.BucketEncryption).includes('aws:kms'),
    );
    expect(byKey.map(([id]) => id.replace(/Bucket.*/, ''))).toEqual(['Intake', 'Vault', 'Packs']);
  });
});

test('packs are signed by a key on P-256 that stays', () => {
  data.hasResource('AWS::KMS::Key', {
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY', EnableKeyRotation: Match.absent() },
  });
  data.hasOutput('*', { Export: { Name: 'redress-signing-key-arn' } });
});

test('the secrets of webhooks follow from a key of their own that stays', () => {
  data.hasResource('AWS::KMS::Key', {
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
  });
  data.hasOutput('*', { Export: { Name: 'redress-webhook-key-arn' } });
});

describe('sign-in', () => {
  test('is for people who were added, with a second factor', () => {
    data.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        DeletionProtection: 'ACTIVE',
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      },
    });
  });

  test('is by the sign-in page alone, for a client that keeps no secret', () => {
    data.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      GenerateSecret: false,
    });
  });

  test('comes back to the page that awaits it, and ends at the first page', () => {
    data.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      CallbackURLs: [`https://redress.example.org${returnPath}`],
      LogoutURLs: ['https://redress.example.org/'],
    });
  });

  test('ends at Cognito’s own page for it, which leads back to the application', () => {
    const { data: stack } = appOf({});
    const { signOut = '', origins } = stack.kept.issuer;
    const shown = (text: string) =>
      textsIn(stack.resolve(text))
        .filter((part) => part !== 'Fn::Join')
        .join('');
    expect(shown(signOut)).toBe(
      'redress-sign-in-page/logout?client_id=redress-sign-in-client&logout_uri=https%3A%2F%2Fredress.example.org%2F',
    );
    expect(origins.map(shown)).toEqual(['https://cognito-idp.AWS::Region.AWS::URLSuffix', 'redress-sign-in-page']);
    data.hasOutput('*', { Export: { Name: 'redress-sign-in-page' } });
  });

  test('is left to the configured issuer, where there is one', () => {
    withKey.resourceCountIs('AWS::Cognito::UserPool', 0);
  });
});

test('the stack itself is protected', () => {
  expect(appOf({}).data.terminationProtection).toBe(true);
});
