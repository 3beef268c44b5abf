import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { tableDefinition } from '#adapters/aws/dynamodb/table.ts';
import { samplePeople } from '#local/sample/people.ts';
import type { LocalTable } from '#local/table.ts';

export type Table = Omit<LocalTable, 'close'>;

/** A table service that outlives the processes that use it, as DynamoDB does. */
export const openTables = async () => {
  const server: Server = dynalite({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  let tables = 0;
  return {
    /** An empty table that knows the people of the sample. */
    newTable: async (): Promise<Table> => {
      tables += 1;
      const table = { client, tableName: `redress-${tables}` };
      await client.send(new CreateTableCommand(tableDefinition(table.tableName)));
      const people = createPeople(table);
      await Promise.all(samplePeople.map((person) => people.put(person)));
      return table;
    },
    close: async (): Promise<void> => {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
