import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { busSource } from '#contracts/bus.ts';
import type { HouseFunction } from './house-function.ts';
import { DeadLetterQueue, WorkQueue } from './house-queue.ts';

/** Everything on the bus to a queue, and from there to `send-notice`. */
export class Notices extends Construct {
  readonly queue: WorkQueue;
  readonly failures: DeadLetterQueue;

  constructor(
    scope: Construct,
    id: string,
    { prefix, bus, sender }: { readonly prefix: string; readonly bus: EventBus; readonly sender: HouseFunction },
  ) {
    super(scope, id);
    this.failures = new DeadLetterQueue(this, 'Failures', { queueName: `${prefix}-notice-failures` });
    this.queue = new WorkQueue(this, 'Work', {
      queueName: `${prefix}-notices`,
      tries: 5,
      workTimeout: sender.timeout,
      failures: this.failures,
    });
    new Rule(this, 'Rule', {
      ruleName: `${prefix}-notices`,
      description: 'Committed events and due notices, to be told to people',
      eventBus: bus,
      eventPattern: { source: [busSource] },
      targets: [new SqsQueue(this.queue.queue, { deadLetterQueue: this.failures.queue })],
    });
    sender.live.addEventSource(
      new SqsEventSource(this.queue.queue, {
        batchSize: 10,
        reportBatchItemFailures: true,
        // Within what a new SES account may send each second.
        maxConcurrency: 2,
      }),
    );
  }
}
