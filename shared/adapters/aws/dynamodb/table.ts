import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

/** The one table's keys: both are strings. */
export const tableKeys = { partition: 'pk', sort: 'sk' } as const;

interface Index {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
  /** Attributes carried along besides the keys; none: KEYS_ONLY. */
  readonly projected: readonly string[];
}

/**
 * All are sparse: an item is in an index while it has the index's attributes.
 * `register`: heads of findings and of audits, in the order of their lists.
 * `due`: heads of findings by the day of their next deadline notice, each day in shards; and digests that wait for their
 * hour.
 * `open`: heads of findings that are not closed, by the date they wait for.
 * `raised`: heads of findings and of audits, by when each was raised last.
 * `outbox`: events not relayed yet, and marks of stalled findings.
 */
export const indexes = {
  register: { name: 'register', partition: 'register', sort: 'registerSort', projected: ['head'] },
  due: { name: 'due', partition: 'dueKey', sort: 'dueSort', projected: ['head'] },
  open: { name: 'open', partition: 'openKey', sort: 'openSort', projected: ['head'] },
  raised: { name: 'raised', partition: 'raised', sort: 'raisedAt', projected: ['head'] },
  outbox: { name: 'outbox', partition: 'outbox', sort: 'outboxSort', projected: [] },
} as const satisfies Record<string, Index>;
export type IndexName = keyof typeof indexes;

const keySchema = ({ partition, sort }: { readonly partition: string; readonly sort: string }) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

const projection = ({ projected }: Index) =>
  projected.length === 0
    ? { ProjectionType: 'KEYS_ONLY' as const }
    : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...projected] };

/** What `CreateTable` takes, for the local system and for tests. On AWS the data stack makes the table. */
export const tableDefinition = (tableName: string): CreateTableCommandInput => {
  const keyed = [tableKeys, ...Object.values(indexes)];
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keyed
      .flatMap(({ partition, sort }) => [partition, sort])
      .map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    KeySchema: keySchema(tableKeys),
    GlobalSecondaryIndexes: Object.values(indexes).map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: projection(index),
    })),
  };
};
