import { type AttributeValue, paginateScan } from '@aws-sdk/client-dynamodb';
import { type LocalTable, openTable } from '#local/table.ts';

export interface OpenTable extends LocalTable {
  /** Every item there is, in the order of the keys. */
  dump(): Promise<readonly Record<string, AttributeValue>[]>;
  /** Names of the requests made of the table while `work` ran, in order. */
  during(work: () => Promise<unknown>): Promise<readonly string[]>;
}

/** The table of a house, open to the test as well. */
export const watchedTable = async (folder: string): Promise<OpenTable> => {
  const table = await openTable(folder);
  const asked: string[] = [];
  table.client.middlewareStack.add(
    (next, { commandName }) =>
      (request) => {
        asked.push(String(commandName));
        return next(request);
      },
    { step: 'initialize' },
  );
  const placeOf = ({ pk, sk }: Record<string, AttributeValue>): string => `${pk?.S}/${sk?.S}`;
  return {
    ...table,
    dump: async () => {
      const items: Record<string, AttributeValue>[] = [];
      const pages = paginateScan({ client: table.client }, { TableName: table.tableName, ConsistentRead: true });
      for await (const { Items = [] } of pages) items.push(...Items);
      return items.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    },
    during: async (work) => {
      const before = asked.length;
      await work();
      return asked.slice(before);
    },
  };
};
