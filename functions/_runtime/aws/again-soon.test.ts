import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { type Answer, answering, awsError } from '#adapters/aws/answering.fixture.ts';
import { againSoon, type Wait, waitAfter } from './again-soon.ts';

const message = (messageId: string, tries: number) => ({
  messageId,
  receiptHandle: `handle-${messageId}`,
  eventSourceARN: 'arn:aws:sqs:eu-central-1:111111111111:redress-checks',
  attributes: { ApproximateReceiveCount: String(tries) },
});
const queue = { Records: [message('one', 1), message('two', 3), message('three', 1)] } as unknown as SQSEvent;

const run = async (failed: readonly string[], answer: Answer = {}, wait?: Wait) => {
  const { requests, options } = await answering(() => answer);
  const work = async () => ({ batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) });
  const answered = await againSoon(new SQSClient(options), work, wait)(queue, {} as Context);
  return { answered, sent: requests.map(({ body }) => JSON.parse(body)) };
};

test('what failed comes again soon, later each time', async () => {
  const { sent } = await run(['one', 'two']);
  const QueueUrl = 'https://sqs.eu-central-1.amazonaws.com/111111111111/redress-checks';
  expect(sent).toEqual([
    { QueueUrl, ReceiptHandle: 'handle-one', VisibilityTimeout: 15 },
    { QueueUrl, ReceiptHandle: 'handle-two', VisibilityTimeout: 60 },
  ]);
});

test('or by the waits of its function', async () => {
  const { sent } = await run(['one', 'two'], {}, (tries) => tries * 1000);
  expect(sent).toMatchObject([{ VisibilityTimeout: 1000 }, { VisibilityTimeout: 3000 }]);
});

test('what was done is left alone', async () => {
  expect((await run([])).sent).toEqual([]);
});

test('the answer is the function’s own, also where the queue does not hear of it', async () => {
  const { answered } = await run(['one'], awsError('AccessDenied'));
  expect(answered).toEqual({ batchItemFailures: [{ itemIdentifier: 'one' }] });
});

test('no wait is longer than a quarter of an hour', () => {
  expect([1, 2, 6, 7, 20].map(waitAfter)).toEqual([15, 30, 480, 900, 900]);
});
