import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { indexes, tableDefinition } from '#adapters/aws/dynamodb/table.ts';

export interface LocalTable {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  close(): Promise<void>;
}

const tableName = 'redress';

/** dynalite adds no index to a table that is there: one that an earlier version made cannot be read on. */
const expectIndexes = async (client: DynamoDBClient, folder: string): Promise<void> => {
  const { Table: table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  const there = table?.GlobalSecondaryIndexes?.map(({ IndexName: name }) => name) ?? [];
  const missing = Object.keys(indexes).filter((name) => !there.includes(name));
  if (missing.length > 0)
    throw new Error(
      `the table in ${folder} was made by an earlier version: it has no index ${missing.join(', ')}. Start with another folder, or delete this one.`,
    );
};

/** dynalite in this process, on disk, spoken to over the real protocol. */
export const openTable = async (folder: string): Promise<LocalTable> => {
  await mkdir(folder, { recursive: true });
  const server: Server = dynalite({ path: folder, createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  const underWay = new Set<ServerResponse>();
  server.on('request', (_request, response: ServerResponse) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const close = async (): Promise<void> => {
    // Somebody may have gone without waiting for an answer that is looked up still: not in a table that is closed.
    while (underWay.size > 0) await Promise.all([...underWay].map((response) => once(response, 'close')));
    client.destroy();
    server.closeAllConnections();
    await new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
  };
  try {
    await client.send(new CreateTableCommand(tableDefinition(tableName)));
    // It is there a moment after it was made.
    await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.02, maxDelay: 0.2 }, { TableName: tableName });
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
    try {
      await expectIndexes(client, folder);
    } catch (older) {
      await close();
      throw older;
    }
  }
  return { client, tableName, close };
};
