import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Kept } from '../kept.ts';
import { acknowledgeWildcard } from './acknowledge.ts';
import type { HouseFunction } from './house-function.ts';
import { DeadLetterQueue } from './house-queue.ts';

/** Committed events and nothing else: items that were put under `EVENT#…`. */
const committedEvents = FilterCriteria.filter({
  eventName: FilterRule.isEqual('INSERT'),
  dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('EVENT#') } } },
});

/** The table's stream to `relay`. What it gives up lies in a queue, and the reconciler still finds it in the outbox. */
export class RelayWiring extends Construct {
  readonly failures: DeadLetterQueue;

  constructor(
    scope: Construct,
    id: string,
    { prefix, table, relay }: { readonly prefix: string; readonly table: Kept['table']; readonly relay: HouseFunction },
  ) {
    super(scope, id);
    this.failures = new DeadLetterQueue(this, 'Failures', { queueName: `${prefix}-relay-failures` });
    const streams = `${table.arn}/stream/*`;
    relay.allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [table.streamArn]);
    relay.allow(['dynamodb:ListStreams'], [streams]);
    acknowledgeWildcard(relay.role, streams, 'Lambda lists the streams of this table to find the one it reads.');
    new EventSourceMapping(this, 'Mapping', {
      target: relay.live,
      eventSourceArn: table.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [committedEvents],
      batchSize: 25,
      // Events of one finding stay in order; those of different ones need not wait for each other.
      parallelizationFactor: 4,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 8,
      maxRecordAge: Duration.hours(12),
      onFailure: new SqsDlq(this.failures.queue),
    });
  }
}
