import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { StoreFault } from '#ports/store.ts';
import { type Answer, answering, awsError, type Request } from '../answering.fixture.ts';
import { createItems, isNew } from './items.ts';

const key = { pk: 'PEOPLE', sk: 'PERSON#anna@example.org' };

const on = async (answer: (request: Request) => Answer) => {
  const { options, requests } = await answering(answer);
  const items = createItems({ client: new DynamoDBClient(options), tableName: 'redress' });
  return { items, sent: () => requests.map(({ body }) => JSON.parse(body)) };
};

describe('requests of the table', () => {
  it('answer an unmet condition, and throw StoreFault for everything else', async () => {
    const unmet = await on(() => awsError('com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException'));
    expect(await unmet.items.put(key, isNew)).toBe(false);
    const slow = await on(() => awsError('com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException'));
    for (const request of [
      () => slow.items.put(key),
      () => slow.items.get(key),
      () => slow.items.range({ partition: 'PEOPLE' }),
      () => slow.items.update(key, { change: 'REMOVE #x', condition: 'attribute_exists(#x)', names: { '#x': 'x' } }),
    ]) {
      const fault = await request().catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(StoreFault);
      expect(fault).toHaveProperty('cause.name', 'ProvisionedThroughputExceededException');
    }
  });

  it('name no address in a fault', async () => {
    const { items } = await on(() => awsError('ValidationException'));
    const fault = await items.get(key).catch((error: unknown) => error);
    expect(String(fault)).toContain('PERSON of PEOPLE');
    expect(String(fault)).not.toContain('anna');
  });

  it('read a range on until its end, or until there is enough', async () => {
    const answer = ({ body }: Request): Answer => {
      const start = Number(JSON.parse(body).ExclusiveStartKey?.n.N ?? 0);
      const Items = [1, 2].map((step) => ({ n: { N: String(start + step) } }));
      return { body: { Items, ...(start < 4 && { LastEvaluatedKey: { n: { N: String(start + 2) } } }) } };
    };
    const whole = await on(answer);
    expect(await whole.items.range({ partition: 'P' })).toEqual([1, 2, 3, 4, 5, 6].map((n) => ({ n })));
    const some = await on(answer);
    await some.items.range({ partition: 'P' }, 4);
    expect(some.sent().map(({ Limit }) => Limit)).toEqual([4, 2]);
  });

  it('read consistently what must be so, and an index never', async () => {
    const { items, sent } = await on(() => ({ body: { Items: [] } }));
    await items.get(key);
    await items.range({ partition: 'P', consistent: true });
    await items.range({ partition: 'P', index: 'due' });
    expect(sent().map(({ ConsistentRead }) => ConsistentRead)).toEqual([true, true, undefined]);
    expect(sent().at(-1)).toMatchObject({ IndexName: 'due', ExpressionAttributeNames: { '#p': 'dueKey' } });
  });
});
