import type { Duration } from 'aws-cdk-lib';
import { type EventBus, type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { HouseFunction } from './house-function.ts';
import { DeadLetterQueue, WorkQueue } from './house-queue.ts';

/** Which events are put on a queue. */
export interface Heard {
  /** Part of the rule's name. */
  readonly name: string;
  readonly description: string;
  /** Left out: the account's default bus, on which AWS's own services speak. */
  readonly bus?: EventBus;
  readonly pattern: EventPattern;
}

export interface EventWorkProps {
  readonly prefix: string;
  /** One thing of what lies in the queue, such as `notice`. */
  readonly name: string;
  readonly heard: readonly Heard[];
  readonly worker: HouseFunction;
  /** Tries of an event before it is given up. */
  readonly tries: number;
  /** See `WorkQueue`. */
  readonly leftAlone?: Duration;
  /** Events that one call of the function takes, at most. */
  readonly batchSize: number;
  /** Calls of the function at the same time, at most. */
  readonly atOnce: number;
}

/** Events to a queue, and from there to the function that works them off. What is given up lies in a queue of its own. */
export class EventWork extends Construct {
  readonly queue: WorkQueue;
  readonly failures: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: EventWorkProps) {
    super(scope, id);
    const { prefix, name, heard, worker, tries, leftAlone, batchSize, atOnce } = props;
    this.failures = new DeadLetterQueue(this, 'Failures', { queueName: `${prefix}-${name}-failures` });
    this.queue = new WorkQueue(this, 'Work', {
      queueName: `${prefix}-${name}s`,
      tries,
      workTimeout: worker.timeout,
      leftAlone,
      failures: this.failures,
    });
    for (const { name: what, description, bus, pattern } of heard) {
      new Rule(this, `Rule ${what}`, {
        ruleName: `${prefix}-${what}`,
        description,
        ...(bus && { eventBus: bus }),
        eventPattern: pattern,
        targets: [new SqsQueue(this.queue.queue, { deadLetterQueue: this.failures.queue })],
      });
    }
    worker.live.addEventSource(
      new SqsEventSource(this.queue.queue, { batchSize, reportBatchItemFailures: true, maxConcurrency: atOnce }),
    );
  }
}
