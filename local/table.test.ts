import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tableDefinition } from '#adapters/aws/dynamodb/table.ts';
import { openTable } from './table.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A table as an earlier version made it, with the first index alone. */
const makeOlder = async (path: string): Promise<void> => {
  const server: Server = dynalite({ path, createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: `http://127.0.0.1:${port}`, region: 'local', credentials });
  const { GlobalSecondaryIndexes: [first] = [], AttributeDefinitions, ...rest } = tableDefinition('redress');
  if (!first) throw new Error('the table has no index');
  const keys = [...(rest.KeySchema ?? []), ...(first.KeySchema ?? [])].map(({ AttributeName: name }) => name);
  await client.send(
    new CreateTableCommand({
      ...rest,
      AttributeDefinitions: AttributeDefinitions?.filter(({ AttributeName: name }) => keys.includes(name)),
      GlobalSecondaryIndexes: [first],
    }),
  );
  client.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
};

test('a table is opened again where it was left', async () => {
  const at = join(folder, 'table');
  await (await openTable(at)).close();
  await (await openTable(at)).close();
});

test('a table that lacks an index is refused by name, and not read in part', async () => {
  const at = join(folder, 'older');
  await makeOlder(at);
  await expect(openTable(at)).rejects.toThrow(/made by an earlier version: it has no index .*raised/);
});
