import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTrail } from '#adapters/aws/dynamodb/trail.ts';
import { systemClock } from '#adapters/runtime/clock.ts';
import { digest } from '#adapters/runtime/digest.ts';
import { AuditEvent } from '#domain/audit/events.ts';
import { FindingEvent } from '#domain/finding/events.ts';

export interface TableEnv {
  readonly TABLE_NAME: string;
  readonly TIME_ZONE: string;
}

/** The table of the stack, as every DynamoDB adapter takes it. */
export const tableOf = (env: Pick<TableEnv, 'TABLE_NAME'>) => ({
  client: new DynamoDBClient({}),
  tableName: env.TABLE_NAME,
});

/** The chains of events, with what decides and seals them. */
export const trailsOf = (env: TableEnv, table: ReturnType<typeof tableOf>) => ({
  findings: createTrail({ ...table, kind: 'finding', schema: FindingEvent }),
  audits: createTrail({ ...table, kind: 'audit', schema: AuditEvent }),
  digest,
  clock: systemClock,
  timeZone: env.TIME_ZONE,
});
