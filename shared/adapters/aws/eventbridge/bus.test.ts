import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { expect, it } from 'vitest';
import { BusFault } from '#ports/bus.ts';
import { type Answer, answering, awsError } from '../answering.fixture.ts';
import { createBus } from './bus.ts';

const publishing = async (answer: () => Answer, messages: number) => {
  const { options, requests } = await answering(answer);
  const bus = createBus({ client: new EventBridgeClient(options), busName: 'redress' });
  const published = bus.publish(
    Array.from({ length: messages }, (_, seq) => ({ detailType: 'submitted', detail: { seq } })),
  );
  return { published, requests };
};

it('publishes on its bus, as redress, ten messages at a time', async () => {
  const { published, requests } = await publishing(() => ({ body: { FailedEntryCount: 0, Entries: [] } }), 21);
  await published;
  const batches = requests.map(({ body }) => JSON.parse(body).Entries);
  expect(batches.map((entries) => entries.length)).toEqual([10, 10, 1]);
  expect(batches[0][1]).toEqual({
    EventBusName: 'redress',
    Source: 'redress',
    DetailType: 'submitted',
    Detail: '{"seq":1}',
  });
});

it('throws BusFault with the number of messages that were not taken', async () => {
  const failed = { FailedEntryCount: 2, Entries: [{ ErrorCode: 'ThrottlingException' }, { EventId: '1' }, {}] };
  const { published } = await publishing(() => ({ body: failed }), 3);
  const fault = await published.catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(BusFault);
  expect(fault).toHaveProperty('message', expect.stringMatching(/^2 of 3 .*ThrottlingException$/));
});

it('throws BusFault when the service fails', async () => {
  const { published } = await publishing(() => awsError('InternalException', 500), 1);
  await expect(published).rejects.toBeInstanceOf(BusFault);
});
