import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { StoreFault } from '#ports/store.ts';
import { reasonOf } from '../../reason.ts';
import type { Key } from './keys.ts';
import { type IndexName, indexes, tableKeys } from './table.ts';

/** The table and the client to reach it by. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}

/** As stored: parsed by whoever reads it. */
export type StoredItem = Readonly<Record<string, unknown>>;

/** Names and values that an expression refers to; names always go this way, since many words are reserved. */
interface Terms {
  readonly names?: Readonly<Record<`#${string}`, string>>;
  readonly values?: Readonly<Record<`:${string}`, unknown>>;
}
export interface Condition extends Terms {
  readonly condition: string;
}
export interface Update extends Terms {
  readonly change: string;
  /** Left out: an item that is not there is made. */
  readonly condition?: string;
}

export interface Range {
  readonly index?: IndexName;
  readonly partition: string;
  /** What the sort key begins with. */
  readonly prefix?: string;
  /** The least that the sort key is; not together with a prefix. */
  readonly from?: string;
  readonly descending?: boolean;
  /** Reading an index is never consistent. */
  readonly consistent?: boolean;
  /** The keys of the item to read on after. */
  readonly after?: Readonly<Record<string, string>>;
}

const attributes = (values: Readonly<Record<string, unknown>>) => marshall(values, { removeUndefinedValues: true });

const termsOf = ({ names, values }: Terms) => ({
  ...(names === undefined ? {} : { ExpressionAttributeNames: { ...names } }),
  ...(values === undefined ? {} : { ExpressionAttributeValues: attributes(values) }),
});

/** Where a key lies, for messages: without what may be somebody's address. */
const place = ({ pk, sk }: Key): string => `${sk.split('#', 1)[0]} of ${pk}`;

/** On an item that is there nobody was before: the condition of everything that is written once. */
export const isNew: Condition = { condition: 'attribute_not_exists(#pk)', names: { '#pk': tableKeys.partition } };

/** The condition of what changes only an item that is there. */
export const isThere: Condition = { condition: 'attribute_exists(#pk)', names: { '#pk': tableKeys.partition } };

/**
 * The five requests that this system makes of the table. There is no scan and no transaction: every list is a range of
 * one partition, every invariant one item's condition.
 * Whatever fails throws `StoreFault`; a condition that is not met is an answer.
 */
export const createItems = ({ client, tableName }: Table) => {
  const guard = async <T>(what: string, request: () => Promise<T>): Promise<T> => {
    try {
      return await request();
    } catch (cause) {
      throw new StoreFault(`${what} failed: ${reasonOf(cause)}`, { cause });
    }
  };

  const write = (what: string, request: () => Promise<unknown>): Promise<boolean> =>
    guard(what, async () => {
      try {
        await request();
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    });

  const page = async (range: Range, limit: number | undefined, start: QueryCommandInput['ExclusiveStartKey']) => {
    const keys = range.index === undefined ? tableKeys : indexes[range.index];
    const { prefix, from } = range;
    const sort = prefix ?? from;
    const names = { '#p': keys.partition, ...(sort === undefined ? {} : { '#s': keys.sort }) };
    const values = { ':p': range.partition, ...(sort === undefined ? {} : { ':s': sort }) };
    const within = prefix === undefined ? '#s >= :s' : 'begins_with(#s, :s)';
    const command = new QueryCommand({
      TableName: tableName,
      ...(range.index === undefined ? {} : { IndexName: indexes[range.index].name }),
      KeyConditionExpression: sort === undefined ? '#p = :p' : `#p = :p AND ${within}`,
      ...termsOf({ names, values }),
      ScanIndexForward: !range.descending,
      ...(range.consistent ? { ConsistentRead: true } : {}),
      ...(limit === undefined ? {} : { Limit: limit }),
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    });
    return guard(`reading ${range.partition}`, () => client.send(command));
  };

  return {
    /** Read consistently. */
    get: async (key: Key): Promise<StoredItem | undefined> => {
      const command = new GetItemCommand({
        TableName: tableName,
        Key: attributes({ ...key }),
        ConsistentRead: true,
      });
      const { Item } = await guard(`reading ${place(key)}`, () => client.send(command));
      return Item === undefined ? undefined : unmarshall(Item);
    },

    /** Writes the whole item. `false`: the condition was not met and nothing was written. */
    put: (item: Key & StoredItem, condition?: Condition): Promise<boolean> =>
      write(`writing ${place(item)}`, () =>
        client.send(
          new PutItemCommand({
            TableName: tableName,
            Item: attributes(item),
            ...(condition === undefined ? {} : { ConditionExpression: condition.condition, ...termsOf(condition) }),
          }),
        ),
      ),

    /** Changes some attributes of an item. `false`: the condition was not met and nothing was written. */
    update: (key: Key, update: Update): Promise<boolean> =>
      write(`changing ${place(key)}`, () =>
        client.send(
          new UpdateItemCommand({
            TableName: tableName,
            Key: attributes({ ...key }),
            UpdateExpression: update.change,
            ...(update.condition === undefined ? {} : { ConditionExpression: update.condition }),
            ...termsOf(update),
          }),
        ),
      ),

    /** Deletes an item. `false`: the condition was not met and nothing was deleted. */
    remove: (key: Key, { condition, ...terms }: Condition): Promise<boolean> =>
      write(`deleting ${place(key)}`, () =>
        client.send(
          new DeleteItemCommand({
            TableName: tableName,
            Key: attributes({ ...key }),
            ConditionExpression: condition,
            ...termsOf(terms),
          }),
        ),
      ),

    /** All items of a range, or the first `limit`: DynamoDB ends a page at 1 MB, whatever was asked for. */
    range: async (range: Range, limit?: number): Promise<readonly StoredItem[]> => {
      const found: StoredItem[] = [];
      let start = range.after === undefined ? undefined : attributes(range.after);
      do {
        const { Items = [], LastEvaluatedKey } = await page(
          range,
          limit === undefined ? undefined : limit - found.length,
          start,
        );
        found.push(...Items.map((item) => unmarshall(item)));
        start = LastEvaluatedKey;
      } while (start !== undefined && (limit === undefined || found.length < limit));
      return found;
    },
  };
};
export type Items = ReturnType<typeof createItems>;
