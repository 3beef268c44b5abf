import { once } from 'node:events';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import type { Table } from '#adapters/aws/dynamodb/items.ts';
import { tableDefinition } from '#adapters/aws/dynamodb/table.ts';
import { newId } from './samples.ts';

export interface TestTable extends Table {
  remove(): Promise<void>;
}

/** A new table of the system's shape. */
export const createTable = async (client: DynamoDBClient): Promise<TestTable> => {
  const tableName = `redress-contract-${newId()}`;
  await client.send(new CreateTableCommand(tableDefinition(tableName)));
  await waitUntilTableExists({ client, maxWaitTime: 120, minDelay: 1 }, { TableName: tableName });
  return {
    client,
    tableName,
    remove: async () => {
      await client.send(new DeleteTableCommand({ TableName: tableName }));
      client.destroy();
    },
  };
};

/** The same on dynalite in this process, over HTTP. */
export const createLocalTable = async (): Promise<TestTable> => {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('dynalite listens on no port');
  const table = await createTable(
    new DynamoDBClient({
      endpoint: `http://127.0.0.1:${address.port}`,
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  );
  return {
    ...table,
    remove: async () => {
      await table.remove();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
