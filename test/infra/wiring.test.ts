import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { resourcesOf, templatesOf, textsIn } from './stacks.ts';

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

test('what is on the bus reaches the queue of notices, and from there the sender, one by one', () => {
  application.hasResourceProperties('AWS::Events::Rule', {
    EventBusName: { Ref: Match.stringLikeRegexp('^Bus') },
    EventPattern: { source: ['redress'] },
    Targets: [
      Match.objectLike({
        Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^NoticesWork'), 'Arn'] },
        DeadLetterConfig: Match.anyValue(),
      }),
    ],
  });
  application.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^NoticesWork'), 'Arn'] },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
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

  test('three are for what was given up', () => {
    expect(deadLetter).toHaveLength(3);
  });
});

describe('alarms', () => {
  const alarms = all('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);

  test.each([
    ...['redress nonconformity executions', 'redress audit-intake executions', 'redress API faults'],
    ...['redress relay function', 'redress Stream lag', 'redress deadline-sweep stands still'],
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
