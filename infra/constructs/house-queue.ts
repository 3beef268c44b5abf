import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Where what failed for good lies until somebody has looked at it: 14 days, the longest that SQS keeps a message. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { queueName }: { readonly queueName: string }) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      queueName,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(this.queue, 'SQS3', 'This is a dead-letter queue itself: an alarm sounds when anything lies in it.');
  }
}

/** A queue that a function works off, with the queue for what it fails at. */
export class WorkQueue extends Construct {
  readonly queue: Queue;

  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly queueName: string;
      /** Tries of a message before it is given up. */
      readonly tries: number;
      /** The timeout of the function that works it off. */
      readonly workTimeout: Duration;
      /** How long a message is left to whoever took it before it is given out again; six timeouts unless told. */
      readonly leftAlone?: Duration | undefined;
      readonly failures: DeadLetterQueue;
    },
  ) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      queueName: props.queueName,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the function's timeout, as Lambda asks for, so that nothing comes back while it is being worked on.
      visibilityTimeout: props.leftAlone ?? Duration.seconds(props.workTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: props.failures.queue, maxReceiveCount: props.tries },
    });
  }
}
