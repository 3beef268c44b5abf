/** The part of dynalite's store that a table is filled through. Its own types say nothing of it. */
declare module 'dynalite/db/index.js' {
  import type { AttributeValue } from '@aws-sdk/client-dynamodb';

  type Item = Readonly<Record<string, AttributeValue>>;
  type Callback = (error: Error | null | undefined) => void;

  interface Part {
    batch(
      operations: readonly { readonly type: 'put'; readonly key: string; readonly value: Item }[],
      done: Callback,
    ): void;
  }
  export interface TableShape {
    readonly TableName: string;
    readonly GlobalSecondaryIndexes?: readonly unknown[];
  }
  export interface Store {
    getTable(name: string, done: (error: Error | null | undefined, table: TableShape) => void): void;
    getItemDb(table: string): Part;
    getIndexDb(type: 'Global', table: string, index: string): Part;
    readonly db: { close(done: Callback): void };
  }
  const db: {
    create(options: { readonly path: string }): Store;
    createKey(item: Item, table: TableShape): string;
    getIndexActions(
      indexes: readonly unknown[],
      existing: undefined,
      item: Item,
      table: TableShape,
    ): { readonly puts: readonly { readonly index: string; readonly key: string; readonly item: Item }[] };
  };
  export default db;
}
