import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { log } from '../observe.ts';

/** Seconds until a message comes again that has been tried so many times; SQS takes 12 hours at most. */
export type Wait = (tries: number) => number;

const firstWait = 15;
const longestWait = 900;

/** Longer each time, a quarter of an hour at most. */
export const waitAfter: Wait = (tries) => Math.min(firstWait * 2 ** (tries - 1), longestWait);

/** `arn:aws:sqs:REGION:ACCOUNT:NAME`, as every message names its queue. */
const urlOf = (arn: string): string => {
  const [, partition, , region, account, name] = arn.split(':');
  const domain = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `https://sqs.${region}.${domain}/${account}/${name}`;
};

const putUp = async (client: SQSClient, record: SQSRecord, wait: Wait): Promise<void> => {
  const { eventSourceARN, receiptHandle, attributes, messageId } = record;
  const seconds = wait(Number(attributes.ApproximateReceiveCount));
  try {
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: urlOf(eventSourceARN),
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: seconds,
      }),
    );
  } catch (error) {
    // It still comes again, once its queue gives it out again.
    log('warn', 'REDRESS_RETRY_LATE', { messageId, error });
  }
};

type Work = (queue: SQSEvent, context: Context) => Promise<SQSBatchResponse | undefined>;

/**
 * Messages that a function failed at come again after a wait of their own, which is short unless told otherwise. A queue
 * leaves a message alone for as long as a function may work on it; where that is long, a file whose scan was told a second
 * before its tag was written would wait as long.
 */
export const againSoon =
  (client: SQSClient, work: Work, wait: Wait = waitAfter): Work =>
  async (queue, context) => {
    const answer = await work(queue, context);
    const failed = new Set(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    await Promise.all(
      queue.Records.filter(({ messageId }) => failed.has(messageId)).map((record) => putUp(client, record, wait)),
    );
    return answer;
  };
