import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import type { LogCode } from './log-message.ts';
import { log, observed } from './observe.ts';

/**
 * A function that works off a queue: each message is parsed once, here, and worked on by itself. One that fails is
 * logged, comes again, and goes to the dead-letter queue in the end, which raises an alarm; the others are done.
 */
export const createWorker = <S extends z.ZodType>(
  message: S,
  fault: LogCode,
  work: (message: z.infer<S>, record: SQSRecord) => Promise<void>,
) =>
  observed(async (queue: SQSEvent) =>
    processPartialResponse(
      queue,
      async (record: SQSRecord) => {
        try {
          await work(message.parse(JSON.parse(record.body)), record);
        } catch (error) {
          log('error', fault, { messageId: record.messageId, error });
          throw error;
        }
      },
      new BatchProcessor(EventType.SQS),
      { throwOnFullBatchFailure: false },
    ),
  );
