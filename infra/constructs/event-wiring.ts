import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { busSource, packRequestedType, webhookCallType } from '#contracts/bus.ts';
import { holdChanges } from '#domain/evidence/retention.ts';
import { committedTypes } from '#domain/webhook/event-types.ts';
import { callTries } from '#domain/webhook/retries.ts';
import type { FunctionName } from '../access.ts';
import type { Kept } from '../kept.ts';
import { EventWork, type Heard } from './event-work.ts';
import type { HouseFunction } from './house-function.ts';
import { DeadLetterQueue } from './house-queue.ts';

export interface EventWiringProps {
  readonly prefix: string;
  readonly bus: EventBus;
  readonly kept: Kept;
  /** The configuration set of SES that mail is sent by. */
  readonly configurationSet: string;
  readonly functions: Readonly<Record<FunctionName, HouseFunction>>;
}

/**
 * For functions that may run for 15 minutes: where one was cut off, its message comes again after this; six timeouts
 * would make an hour and a half of it. What merely failed they call back sooner themselves. A message that is given out
 * twice does no harm: both functions do nothing twice.
 */
const leftAlone = Duration.minutes(20);

/** Who works on what is told on the application's bus, and on AWS's. */
export class EventWiring extends Construct {
  readonly work: Readonly<Record<'notice' | 'check' | 'hold' | 'pack' | 'returned-mail' | 'webhook-call', EventWork>>;
  /** What GuardDuty complains of, where it scans. */
  readonly complaints: DeadLetterQueue | undefined;

  constructor(scope: Construct, id: string, { prefix, bus, kept, configurationSet, functions }: EventWiringProps) {
    super(scope, id);
    const onBus = (name: string, description: string, ...detailType: string[]): Heard => ({
      name,
      description,
      bus,
      pattern: { source: [busSource], ...(detailType.length > 0 && { detailType }) },
    });
    const { scanPlanArn } = kept;
    this.work = {
      notice: new EventWork(this, 'Notices', {
        prefix,
        name: 'notice',
        heard: [onBus('notices', 'Committed events, due notices and settled files, to be told to people')],
        worker: functions['send-notice'],
        tries: 5,
        batchSize: 10,
        // Within what a new SES account may send each second.
        atOnce: 2,
      }),
      check: new EventWork(this, 'Checks', {
        prefix,
        name: 'check',
        heard: [arrivals(kept), ...(scanPlanArn === undefined ? [] : [verdicts(kept)])],
        worker: functions['check-evidence'],
        // Half an hour of tries, each after twice the time of the one before.
        tries: 8,
        leftAlone,
        batchSize: 1,
        atOnce: 10,
      }),
      hold: new EventWork(this, 'Holds', {
        prefix,
        name: 'hold',
        heard: [onBus('holds', 'Appeals: evidence is held while they last', ...holdChanges)],
        worker: functions['hold-evidence'],
        tries: 5,
        batchSize: 1,
        atOnce: 2,
      }),
      pack: new EventWork(this, 'Packs', {
        prefix,
        name: 'pack',
        heard: [onBus('packs', 'Evidence packs that somebody asked for', packRequestedType)],
        worker: functions['build-pack'],
        tries: 5,
        leftAlone,
        batchSize: 1,
        atOnce: 5,
      }),
      'returned-mail': new EventWork(this, 'ReturnedMail', {
        prefix,
        name: 'returned-mail',
        heard: [returnedMail(configurationSet)],
        worker: functions['returned-mail'],
        tries: 5,
        batchSize: 1,
        atOnce: 2,
      }),
      'webhook-call': new EventWork(this, 'Webhooks', {
        prefix,
        name: 'webhook-call',
        heard: [onBus('webhook-calls', 'Committed events, to be told to webhooks', ...committedTypes, webhookCallType)],
        worker: functions['call-webhooks'],
        // A day of tries: the function puts off each by itself.
        tries: callTries,
        batchSize: 1,
        // Receivers that answer slowly leave room for the others.
        atOnce: 20,
      }),
    };
    this.complaints = scanPlanArn === undefined ? undefined : this.keepComplaints(prefix, scanPlanArn);
  }

  /** A scan that no longer works says nothing of any file: files would wait for a verdict that never comes. */
  private keepComplaints(prefix: string, planArn: string): DeadLetterQueue {
    const complaints = new DeadLetterQueue(this, 'Complaints', { queueName: `${prefix}-scan-complaints` });
    new Rule(this, 'Complains', {
      ruleName: `${prefix}-scan-complaints`,
      description: 'GuardDuty cannot scan the intake, or cannot tag what it scanned',
      eventPattern: {
        source: ['aws.guardduty'],
        detailType: [
          'GuardDuty Malware Protection Resource Status Warning',
          'GuardDuty Malware Protection Resource Status Error',
          'GuardDuty Malware Protection Post Scan Action Failed',
        ],
        resources: [planArn],
      },
      targets: [new SqsQueue(complaints.queue)],
    });
    return complaints;
  }
}

/** Uploads, but not what GuardDuty writes to the intake to try out whether it may. */
const arrivals = ({ intake }: Kept): Heard => ({
  name: 'uploads',
  description: 'Files that arrived in the intake, to be checked',
  pattern: {
    source: ['aws.s3'],
    detailType: ['Object Created'],
    detail: { bucket: { name: [intake.name] }, object: { key: [{ prefix: 'evidence/' }, { prefix: 'reports/' }] } },
  },
});

/** Mail by this configuration set that did not arrive, or was complained of. */
const returnedMail = (configurationSet: string): Heard => ({
  name: 'returned-mail',
  description: 'What SES says of mail that came back',
  pattern: {
    source: ['aws.ses'],
    detailType: ['Email Bounced', 'Email Complaint Received'],
    detail: { mail: { tags: { 'ses:configuration-set': [configurationSet] } } },
  },
});

const verdicts = ({ intake }: Kept): Heard => ({
  name: 'scan-results',
  description: 'What GuardDuty says of files in the intake',
  pattern: {
    source: ['aws.guardduty'],
    detailType: ['GuardDuty Malware Protection Object Scan Result'],
    detail: {
      s3ObjectDetails: { bucketName: [intake.name], objectKey: [{ prefix: 'evidence/' }, { prefix: 'reports/' }] },
    },
  },
});
