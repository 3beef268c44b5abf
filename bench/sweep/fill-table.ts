import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import dynalite, { type Store, type TableShape } from 'dynalite/db/index.js';

type Item = Readonly<Record<string, AttributeValue>>;

const batchSize = 500;

const tableIn = (store: Store, name: string): Promise<TableShape> =>
  new Promise((resolve, reject) => {
    store.getTable(name, (error, table) => (error ? reject(error) : resolve(table)));
  });

const settled = (work: (done: (error: Error | null | undefined) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    work((error) => (error ? reject(error) : resolve()));
  });

/**
 * Fills a table of dynalite that nobody has open, with its indexes as dynalite keeps them. By its store and not by
 * requests, which would take an hour for a million items.
 * @param folder where the table lies
 */
export const fillTable = async (folder: string, tableName: string, items: AsyncIterable<Item>): Promise<void> => {
  const store = dynalite.create({ path: folder });
  const table = await tableIn(store, tableName);
  const parts = new Map<string, { readonly key: string; readonly value: Item }[]>();
  const write = async (): Promise<void> => {
    for (const [name, puts] of parts) {
      const part = name === '' ? store.getItemDb(tableName) : store.getIndexDb('Global', tableName, name);
      await settled((done) =>
        part.batch(
          puts.map((put) => ({ type: 'put', ...put })),
          done,
        ),
      );
    }
    parts.clear();
  };
  const add = (name: string, key: string, value: Item): void => {
    const puts = parts.get(name) ?? [];
    puts.push({ key, value });
    parts.set(name, puts);
  };
  let waiting = 0;
  for await (const item of items) {
    add('', dynalite.createKey(item, table), item);
    for (const { index, key, item: entry } of dynalite.getIndexActions(
      table.GlobalSecondaryIndexes ?? [],
      undefined,
      item,
      table,
    ).puts)
      add(index, key, entry);
    waiting += 1;
    if (waiting % batchSize === 0) await write();
  }
  await write();
  await settled((done) => store.db.close(done));
};
