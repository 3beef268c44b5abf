import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StoreFault } from '#ports/store.ts';
import { createLocalTable, type TestTable } from '../../../../test/contracts/table.ts';
import { createDigests } from './digests.ts';

let table: TestTable;
beforeAll(async () => {
  table = await createLocalTable();
});
afterAll(() => table.remove());

const line = { finding: 'f', key: 'due#plan#1#1#owner#2026-03-23#1', escalated: false };
const digestOf = (person: string) => ({ person, date: '2026-03-24' });

/** Adds a line, and dies between its two writes. */
const addHalf = async (person: string): Promise<void> => {
  const client = new Proxy(table.client, {
    get: (target, property) => {
      if (property !== 'send') return Reflect.get(target, property);
      return (command: Parameters<typeof target.send>[0]) =>
        command instanceof UpdateItemCommand ? Promise.reject(new Error('died')) : target.send(command);
    },
  });
  const adding = createDigests({ ...table, client }).add(digestOf(person), line, 8);
  await expect(adding).rejects.toBeInstanceOf(StoreFault);
};

test('a line whose writer died half way is due once it is added again', async () => {
  const digests = createDigests(table);
  await addHalf('anna@example.org');
  expect(await digests.due('2026-03-24', 23)).toEqual([]);
  expect(await digests.get(digestOf('anna@example.org'))).toBeUndefined();
  await digests.add(digestOf('anna@example.org'), line, 8);
  expect(await digests.due('2026-03-24', 8)).toEqual([digestOf('anna@example.org')]);
  expect(await digests.get(digestOf('anna@example.org'))).toEqual({ lines: [line], version: 1, open: true });
});

test('so is one that came into a digest which was closed before it was added again', async () => {
  const digests = createDigests(table);
  const digest = digestOf('ben@example.org');
  await digests.add(digest, { ...line, finding: 'g' }, 8);
  await addHalf('ben@example.org');
  expect(await digests.close(digest, 1)).toBe('closed');
  await digests.add(digest, line, 8);
  expect(await digests.get(digest)).toMatchObject({ version: 2, open: true });
  expect((await digests.get(digest))?.lines).toHaveLength(2);
});
