import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { committedTypes } from '#domain/webhook/event-types.ts';
import { callTries } from '#domain/webhook/retries.ts';
import { resourcesOf, templatesOf, textsIn, variants } from './stacks.ts';

const { application } = templatesOf();
const all = (type: string) => Object.entries(resourcesOf(application, type));
const alias = (name: string) => Match.stringLikeRegexp(`^Functions${name.replaceAll('-', '')}FunctionAlias`);

describe('machines', () => {
  test.each(['nonconformity', 'audit-intake'])('%s is logged whole, without data, and traced', (name) => {
    application.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineName: `redress-${name}`,
      StateMachineType: 'STANDARD',
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
      TracingConfiguration: { Enabled: true },
    });
  });

  test('an execution that ended badly reaches the reconciler', () => {
    application.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.states'],
        'detail-type': ['Step Functions Execution Status Change'],
        detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
      },
      Targets: [Match.objectLike({ Arn: { Ref: alias('reconcile') }, DeadLetterConfig: Match.anyValue() })],
    });
  });
});

test('the stream hands committed events to the relay, part by part, and keeps what it gives up', () => {
  application.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: { 'Fn::ImportValue': 'redress-table-stream-arn' },
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumRetryAttempts: 8,
    DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    FilterCriteria: {
      Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"EVENT#"}]}}}}' }],
    },
  });
});

describe('what is told', () => {
  const onBus = { EventBusName: { Ref: Match.stringLikeRegexp('^Bus') } };
  const intakeName = { 'Fn::ImportValue': 'redress-intake-name' };
  const inFolders = [{ prefix: 'evidence/' }, { prefix: 'reports/' }];
  const fifteen = { batch: 1, visibility: 1200 };

  test.each([
    [
      'on the bus',
      'Notices',
      'send-notice',
      { ...onBus, EventPattern: { source: ['redress'] } },
      { batch: 10, visibility: 720, atOnce: 2, tries: 5 },
    ],
    [
      'of appeals',
      'Holds',
      'hold-evidence',
      { ...onBus, EventPattern: { source: ['redress'], 'detail-type': ['appealed', 'appeal-decided', 'withdrawn'] } },
      { batch: 1, visibility: 720, atOnce: 2, tries: 5 },
    ],
    [
      'of packs',
      'Packs',
      'build-pack',
      { ...onBus, EventPattern: { source: ['redress'], 'detail-type': ['pack-requested'] } },
      { ...fifteen, atOnce: 5, tries: 5 },
    ],
    [
      'to webhooks',
      'Webhooks',
      'call-webhooks',
      {
        ...onBus,
        EventPattern: { source: ['redress'], 'detail-type': [...committedTypes, 'webhook-call'] },
      },
      { batch: 1, visibility: 180, atOnce: 20, tries: callTries },
    ],
    [
      'of mail that came back, by SES',
      'ReturnedMail',
      'returned-mail',
      {
        EventBusName: Match.absent(),
        EventPattern: {
          source: ['aws.ses'],
          'detail-type': ['Email Bounced', 'Email Complaint Received'],
          detail: { mail: { tags: { 'ses:configuration-set': ['redress'] } } },
        },
      },
      { batch: 1, visibility: 360, atOnce: 2, tries: 5 },
    ],
    [
      'of uploads, by S3',
      'Checks',
      'check-evidence',
      {
        EventBusName: Match.absent(),
        EventPattern: {
          source: ['aws.s3'],
          'detail-type': ['Object Created'],
          detail: { bucket: { name: [intakeName] }, object: { key: inFolders } },
        },
      },
      { ...fifteen, atOnce: 10, tries: 8 },
    ],
    [
      'of malware, by GuardDuty',
      'Checks',
      'check-evidence',
      {
        EventBusName: Match.absent(),
        EventPattern: {
          source: ['aws.guardduty'],
          'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
          detail: { s3ObjectDetails: { bucketName: [intakeName], objectKey: inFolders } },
        },
      },
      { ...fifteen, atOnce: 10, tries: 8 },
    ],
  ])('%s reaches the queue %s, and from there %s, one by one', (_what, work, worker, rule, queue) => {
    const arn = { 'Fn::GetAtt': [Match.stringLikeRegexp(`^Events${work}Work`), 'Arn'] };
    const failures = { 'Fn::GetAtt': [Match.stringLikeRegexp(`^Events${work}Failures`), 'Arn'] };
    application.hasResourceProperties('AWS::Events::Rule', {
      ...rule,
      Targets: [Match.objectLike({ Arn: arn, DeadLetterConfig: { Arn: failures } })],
    });
    application.hasResourceProperties('AWS::SQS::Queue', {
      VisibilityTimeout: queue.visibility,
      RedrivePolicy: { deadLetterTargetArn: failures, maxReceiveCount: queue.tries },
    });
    const [mapping] = all('AWS::Lambda::EventSourceMapping')
      .map(([, { Properties }]) => Properties)
      .filter(({ EventSourceArn }) => textsIn(EventSourceArn).some((id) => id.startsWith(`Events${work}Work`)));
    expect(textsIn(mapping?.FunctionName).join()).toContain(`Functions${worker.replaceAll('-', '')}FunctionAliaslive`);
    expect(mapping).toMatchObject({
      BatchSize: queue.batch,
      ScalingConfig: { MaximumConcurrency: queue.atOnce },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  test('is chosen by patterns that EventBridge takes', () => {
    for (const [, { Properties }] of all('AWS::Events::Rule'))
      expect(JSON.stringify(Properties.EventPattern).length).toBeLessThanOrEqual(2048);
  });

  test('leaves a message alone for as long as a function may work on it', () => {
    const timeout = (name: string) =>
      Number(
        all('AWS::Lambda::Function').find(([, { Properties }]) => Properties.FunctionName === `redress-${name}`)?.[1]
          .Properties.Timeout,
      );
    expect(timeout('check-evidence')).toBe(900);
    expect(timeout('build-pack')).toBe(900);
    expect(fifteen.visibility).toBeGreaterThan(900);
  });
});

test('the sweep runs hourly in UTC, the reconciler every five minutes, both to the minute', () => {
  const schedule = (name: string, more: object) =>
    application.hasResourceProperties('AWS::Scheduler::Schedule', {
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
      Target: Match.objectLike({ Arn: { Ref: alias(name) }, DeadLetterConfig: Match.anyValue() }),
      ...more,
    });
  schedule('deadline-sweep', { ScheduleExpression: 'cron(5 * * * ? *)', ScheduleExpressionTimezone: 'Etc/UTC' });
  schedule('reconcile', { ScheduleExpression: 'rate(5 minutes)' });
});

const queues = all('AWS::SQS::Queue');
const deadLetter = queues.filter(([, { Properties }]) => Properties.RedrivePolicy === undefined);
const watched = (id: string): boolean =>
  all('AWS::CloudWatch::Alarm').some(
    ([, { Properties }]) =>
      Properties.MetricName === 'ApproximateNumberOfMessagesVisible' && textsIn(Properties.Dimensions).includes(id),
  );

describe('queues', () => {
  test.each(queues)('%s is encrypted and takes no request but by TLS', (id, { Properties }) => {
    expect(Properties.SqsManagedSseEnabled).toBe(true);
    application.hasResourceProperties('AWS::SQS::QueuePolicy', {
      Queues: [{ Ref: id }],
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  test.each(deadLetter)('%s, where what was given up lies, has an alarm', (id) => {
    expect(watched(id)).toBe(true);
  });

  test('these are for what was given up, and for what GuardDuty complains of', () => {
    expect(deadLetter.map(([, { Properties }]) => Properties.QueueName).sort()).toEqual(
      [
        ...['notice', 'check', 'hold', 'pack', 'returned-mail', 'webhook-call', 'relay', 'schedule'].map(
          (name) => `redress-${name}-failures`,
        ),
        'redress-scan-complaints',
      ].sort(),
    );
  });
});

describe('alarms', () => {
  const alarms = all('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);

  test.each([
    ...['redress nonconformity executions', 'redress audit-intake executions', 'redress API faults'],
    ...['redress relay function', 'redress Stream lag', 'redress deadline-sweep stands still'],
    ...['redress notice lag', 'redress check lag', 'redress pack lag', 'redress malware scan complaints'],
    ...['redress webhook-call failures', 'redress webhook-call lag', 'redress returned-mail failures'],
    ...['redress link-pages function', 'redress check-evidence function', 'redress check failures'],
    ...['redress returned-mail failures', 'redress returned mail untold'],
  ])('%s tells somebody', (name) => {
    const alarm = alarms.find(({ AlarmName }) => AlarmName === name);
    expect(alarm?.AlarmActions).toEqual([{ Ref: expect.stringMatching(/^AlarmsTopic/) }]);
    expect(alarm?.AlarmDescription).toMatch(/\.$/);
  });

  test('of executions sound for each way to end badly', () => {
    const alarm = alarms.find(({ AlarmName }) => AlarmName === 'redress nonconformity executions');
    expect(textsIn(alarm?.Metrics)).toEqual(
      expect.arrayContaining([
        'ExecutionsFailed',
        'ExecutionsTimedOut',
        'ExecutionsAborted',
        'failed + timedOut + aborted',
      ]),
    );
  });

  test('of what runs by the clock sound when nothing is heard', () => {
    const alarm = alarms.find(({ AlarmName }) => AlarmName === 'redress reconcile stands still');
    expect(alarm).toMatchObject({ TreatMissingData: 'breaching', ComparisonOperator: 'LessThanThreshold' });
  });

  test('go to one address, by TLS alone', () => {
    application.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'operations@example.org',
    });
    application.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });
});

test('there is one dashboard, and mail leaves by TLS from a domain that is signed for', () => {
  application.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
  application.hasResourceProperties('AWS::SES::EmailIdentity', {
    EmailIdentity: 'example.org',
    ConfigurationSetAttributes: Match.anyValue(),
  });
  application.hasResourceProperties('AWS::SES::ConfigurationSet', { DeliveryOptions: { TlsPolicy: 'REQUIRE' } });
});

test.each(Object.entries(variants))(
  'mail that comes back is told on the default bus, configured as %s',
  (_, changes) => {
    const { application: configured } = templatesOf(changes);
    const [set] = Object.entries(resourcesOf(configured, 'AWS::SES::ConfigurationSet'));
    configured.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      ConfigurationSetName: { Ref: set?.[0] },
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['bounce', 'complaint'],
      },
    });
    const [told] = Object.values(resourcesOf(configured, 'AWS::SES::ConfigurationSetEventDestination'));
    expect(textsIn(told?.Properties.EventDestination).join()).toMatch(/:event-bus\/default/);
    const sending = Object.values(resourcesOf(configured, 'AWS::Lambda::Function')).flatMap(({ Properties }) => {
      const { Variables } = Object(Properties.Environment);
      return Variables.MAIL_FROM === undefined ? [] : [Variables.CONFIGURATION_SET];
    });
    expect(new Set(sending)).toEqual(new Set([set?.[1].Properties.Name]));
  },
);
