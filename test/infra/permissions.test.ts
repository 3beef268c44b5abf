import { describe, expect, test } from 'vitest';
import { type FunctionName, functionNames } from '#infra/access.ts';
import { holderOf, statementsOf } from './policies.ts';
import { templatesOf, variants } from './stacks.ts';

const { application } = templatesOf();
const statements = statementsOf(application, 'AWS::IAM::Policy');
const holder = (name: FunctionName) => name.replaceAll('-', '');

/** Who may do an action at all. */
const holdersOf = (action: string) =>
  statements
    .filter(({ Action }) => Action.includes(action))
    .map(({ id }) => holderOf(id))
    .sort();

/** What a function may do to files and keys: each action with what it is for. */
const grantsOf = (name: FunctionName) =>
  statements
    .filter(({ id }) => holderOf(id) === holder(name))
    .flatMap(({ Action, Resource }) => Action.map((action) => [action, Resource] as const))
    .filter(([action]) => /^(s3|kms):/.test(action))
    .flatMap(([action, resources]) => resources.map((each) => `${action} on ${each.replace(/^redress-/, '')}`))
    .sort();

const inFolders = (bucket: string, actions: readonly string[], folders = ['evidence', 'reports']) =>
  actions.flatMap((action) => folders.map((folder) => `s3:${action} on ${bucket}-arn/${folder}/*`));

describe('permissions', () => {
  test('name every action in full', () => {
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });

  test('only ever allow', () => {
    expect(new Set(statements.map(({ Effect }) => Effect))).toEqual(new Set(['Allow']));
  });

  test('on resources by wildcard, files apart, are these and no others', () => {
    const wild = statements.flatMap(({ id, Action, Resource }) =>
      Resource.flatMap((resource) =>
        resource.includes('*') && !Action.every((action) => action.startsWith('s3:'))
          ? [`${holderOf(id)}: ${Action.join(', ')} on ${resource}`]
          : [],
      ),
    );
    const delivery = [
      ...['CreateLogDelivery', 'DeleteLogDelivery', 'DescribeLogGroups', 'DescribeResourcePolicies', 'GetLogDelivery'],
      ...['ListLogDeliveries', 'PutResourcePolicy', 'UpdateLogDelivery'],
    ].map((action) => `logs:${action}`);
    const sampled = ['xray:GetSamplingRules', 'xray:GetSamplingTargets'];
    const traces = ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'];
    const executions = ['redress-nonconformity:nc-*', 'redress-audit-intake:intake-*'].map(
      (name) => `arn:AWS::Partition:states:AWS::RegionAWS::AccountId:execution:${name}`,
    );
    const shown = (text: string) => text.replaceAll('AWS::Region:AWS::AccountId', 'AWS::RegionAWS::AccountId');
    expect(wild.map(shown).sort()).toEqual(
      [
        ...functionNames.map((name) => {
          const lifts = name === 'settings' ? ['ses:DeleteSuppressedDestination'] : [];
          return `${holder(name)}: ${[...lifts, ...traces].join(', ')} on *`;
        }),
        ...['nonconformity', 'auditintake'].map(
          (name) => `${name}: ${[...delivery, ...sampled, ...traces].join(', ')} on *`,
        ),
        'relay: dynamodb:ListStreams on redress-table-arn/stream/*',
        ...executions.flatMap((each) =>
          ['relay', 'reconcile'].map((name) => `${name}: states:DescribeExecution on ${each}`),
        ),
      ].sort(),
    );
  });

  test('to end waits, start executions and send mail are held by these alone', () => {
    expect(holdersOf('states:SendTaskSuccess')).toEqual(['awaitstep', 'reconcile', 'relay']);
    expect(holdersOf('states:StartExecution')).toEqual(['auditintake', 'nonconformity', 'reconcile', 'relay']);
    expect(holdersOf('ses:SendEmail')).toEqual(['linkpages', 'links', 'returnedmail', 'sendnotice']);
    expect(holdersOf('events:PutEvents')).toEqual([
      ...['callwebhooks', 'checkevidence', 'deadlinesweep', 'downloads', 'reconcile', 'relay', 'settings'],
    ]);
  });
});

describe('permissions on the table', () => {
  const onTable = statements.filter(({ Resource }) => Resource.join() === 'redress-table-arn');

  test('are for a function’s own partitions', () => {
    for (const { Action, Condition } of onTable) {
      expect(Condition, Action.join()).toMatchObject({
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': expect.any(Array) },
      });
    }
  });

  test('leave nobody to scan, write in batches, or delete anything but the mark of an address', () => {
    const onItems = statements.flatMap(({ Action }) => Action).filter((action) => /^dynamodb:.*Item|Scan/.test(action));
    expect([...new Set(onItems)].sort()).toEqual([
      ...['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    ]);
    const deleting = onTable.filter(({ Action }) => Action.includes('dynamodb:DeleteItem'));
    expect(deleting.map(({ id, Condition }) => [holderOf(id), Condition])).toEqual([
      ['settings', { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['SUPPRESSED'] } }],
    ]);
  });

  test('leave roles, preferences and webhooks to the function of settings, which touches no record', () => {
    const writing = onTable.filter(({ Action }) => Action.some((action) => /Put|Update/.test(action)));
    const writers = (partition: string) =>
      writing
        .filter(({ Condition }) => JSON.stringify(Condition).includes(`"${partition}`))
        .map(({ id }) => holderOf(id));
    expect(writers('PEOPLE')).toEqual(['settings']);
    expect(writers('WEBHOOKS').sort()).toEqual(['callwebhooks', 'settings']);
    expect([...writers('NC#'), ...writers('AUDIT#')]).not.toContain('settings');
  });

  test('leave links to those that make and serve them', () => {
    const ofLinks = onTable.filter(({ Condition }) => JSON.stringify(Condition).includes('LINK#'));
    expect(ofLinks.map(({ id }) => holderOf(id)).sort()).toEqual(['linkpages', 'links']);
  });
});

describe('permissions on files and keys', () => {
  const ofFiles = {
    evidence: [
      ...inFolders('intake', ['PutObject', 'GetObject', 'ListMultipartUploadParts']),
      's3:ListBucket on intake-arn',
    ],
    'link-pages': [
      ...inFolders('intake', ['PutObject', 'GetObject', 'ListMultipartUploadParts']),
      's3:ListBucket on intake-arn',
      ...inFolders('vault', ['GetObjectVersion']),
    ],
    downloads: [
      ...inFolders('vault', ['GetObjectVersion']),
      's3:GetObject on packs-arn/*',
      'kms:GetPublicKey on signing-key-arn',
    ],
    'read-report': inFolders('vault', ['GetObjectVersion'], ['reports']),
    'check-evidence': [
      ...inFolders('intake', ['GetObject', 'GetObjectVersion', 'GetObjectVersionTagging']),
      's3:ListBucket on intake-arn',
      ...inFolders('vault', ['PutObject', 'PutObjectRetention', 'PutObjectLegalHold']),
      ...inFolders('vault', ['GetObject', 'GetObjectRetention', 'GetObjectLegalHold']),
      's3:ListBucket on vault-arn',
    ],
    settings: ['kms:GenerateMac on webhook-key-arn'],
    'call-webhooks': ['kms:GenerateMac on webhook-key-arn'],
    'hold-evidence': inFolders('vault', ['PutObjectLegalHold'], ['evidence']),
    'build-pack': [
      ...inFolders('vault', ['GetObjectVersion']),
      's3:PutObject on packs-arn/*',
      's3:AbortMultipartUpload on packs-arn/*',
      'kms:GetPublicKey on signing-key-arn',
      'kms:Sign on signing-key-arn',
    ],
  } as const satisfies Partial<Record<FunctionName, readonly string[]>>;

  test.each(functionNames)('of %s are these and no others', (name) => {
    const expected: readonly string[] = name in ofFiles ? ofFiles[name as keyof typeof ofFiles] : [];
    expect(grantsOf(name)).toEqual([...expected].sort());
  });

  test('leave nobody to delete a file, to go round its retention, or to tag it', () => {
    const actions = new Set(statements.flatMap(({ Action }) => Action).filter((action) => action.startsWith('s3:')));
    expect([...actions].filter((action) => /Delete|Bypass|PutObject\w*Tagging/.test(action))).toEqual([]);
  });

  test('let signatures be made of digests alone, by the one algorithm', () => {
    const [sign, ...others] = statements.filter(({ Action }) => Action.includes('kms:Sign'));
    expect(others).toEqual([]);
    expect(sign?.Condition).toEqual({
      StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'DIGEST' },
    });
  });

  test('let secrets be derived by the one algorithm there is for them', () => {
    const deriving = statements.filter(({ Action }) => Action.includes('kms:GenerateMac'));
    expect(deriving).toHaveLength(2);
    for (const { Condition } of deriving) {
      expect(Condition).toEqual({ StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } });
    }
  });

  test('reach the customer-managed key through DynamoDB and, where there are files, through S3', () => {
    const { application: withKey } = templatesOf(variants['everything else']);
    const services = (name: FunctionName) => {
      const [found] = statementsOf(withKey, 'AWS::IAM::Policy').filter(
        ({ id, Resource }) =>
          holderOf(id) === holder(name) &&
          Resource.join().endsWith('-key-arn') &&
          !/signing|webhook/.test(Resource.join()),
      );
      return found?.Condition?.StringEquals?.['kms:ViaService'];
    };
    const [table, files] = ['dynamodb.eu-central-1.amazonaws.com', 's3.eu-central-1.amazonaws.com'];
    expect(services('queries')).toEqual([table]);
    for (const name of ['evidence', 'hold-evidence', 'build-pack', 'downloads'] as const) {
      expect([name, services(name)]).toEqual([name, [table, files]]);
    }
  });
});
