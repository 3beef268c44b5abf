import { AsyncLocalStorage } from 'node:async_hooks';
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  type GetItemCommandOutput,
  type PutItemCommandInput,
  type QueryCommandInput,
  type QueryCommandOutput,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type IndexName, indexes, tableKeys } from '#adapters/aws/dynamodb/table.ts';
import { sum } from '../statistics.ts';
import { type Item, itemSize } from './item-size.ts';
import { held, indexWriteUnits, readUnits, tableWriteUnits } from './units.ts';

export const indexNames = Object.keys(indexes) as IndexName[];

/** What one call of an operation took. */
export interface Spent {
  reads: number;
  /** On the table itself. */
  writes: number;
  readonly indexWrites: Record<IndexName, number>;
  requests: number;
}

export interface Call {
  readonly operation: string;
  readonly spent: Spent;
}

const keyOf = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => name === tableKeys.partition || name === tableKeys.sort));

/**
 * Counts the units of every request of a client by DynamoDB's rules, from the items before and after. dynalite's own
 * `ConsumedCapacity` leaves out what a write costs in the indexes, and charges nothing for a query that finds nothing.
 */
export const createMeter = () => {
  const within = new AsyncLocalStorage<Spent>();
  const calls: Call[] = [];

  const write = async <T>(
    client: DynamoDBClient,
    table: string | undefined,
    key: Item,
    work: () => Promise<T>,
  ): Promise<T> => {
    const spent = within.getStore();
    const look = async (): Promise<Item | undefined> => {
      const command = new GetItemCommand({ TableName: table, Key: { ...key }, ConsistentRead: true });
      return (await within.exit(() => client.send(command))).Item;
    };
    const before = await look();
    try {
      const answer = await work();
      const after = await look();
      if (spent) {
        spent.writes += tableWriteUnits(before, after);
        for (const name of indexNames) spent.indexWrites[name] += indexWriteUnits(name, before, after);
      }
      return answer;
    } catch (error) {
      if (spent && error instanceof ConditionalCheckFailedException) spent.writes += tableWriteUnits(before, undefined);
      throw error;
    }
  };

  const read = (consistent: boolean | undefined, items: readonly Item[]): void => {
    const spent = within.getStore();
    if (spent) spent.reads += readUnits(sum(items.map(itemSize)), consistent ?? false);
  };

  return {
    calls,

    watch: (client: DynamoDBClient): void => {
      client.middlewareStack.add(
        (next, { commandName }) =>
          async (args) => {
            const spent = within.getStore();
            if (!spent) return next(args);
            spent.requests += 1;
            const { input } = args as { input: unknown };
            if (commandName === 'PutItemCommand') {
              const { TableName, Item: item = {} } = input as PutItemCommandInput;
              return write(client, TableName, keyOf(item), () => next(args));
            }
            if (commandName === 'UpdateItemCommand') {
              const { TableName, Key: key = {} } = input as UpdateItemCommandInput;
              return write(client, TableName, key, () => next(args));
            }
            const answer = await next(args);
            if (commandName === 'GetItemCommand') {
              const { Item: item } = answer.output as GetItemCommandOutput;
              read((input as GetItemCommandInput).ConsistentRead, item ? [item] : []);
            } else if (commandName === 'QueryCommand') {
              const { Items: found = [] } = answer.output as QueryCommandOutput;
              const { ConsistentRead, IndexName: index } = input as QueryCommandInput;
              read(ConsistentRead, index === undefined ? found : found.map((item) => held(index as IndexName, item)));
            } else {
              throw new RangeError(`the meter knows no ${commandName}`);
            }
            return answer;
          },
        { step: 'initialize', name: 'meter' },
      );
    },

    /** Runs an operation: the requests on its way are its own, but for those of an operation that it sets going. */
    during: <T>(operation: string, work: () => Promise<T>): Promise<T> => {
      const indexWrites = { register: 0, due: 0, open: 0, raised: 0, outbox: 0 };
      const spent: Spent = { reads: 0, writes: 0, indexWrites, requests: 0 };
      calls.push({ operation, spent });
      return within.run(spent, work);
    },
  };
};
export type Meter = ReturnType<typeof createMeter>;
