import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { EventCommitted, NoticeDue, noticeDueType } from '#contracts/bus.ts';
import { type NoticeStore, sendChangeNotice, sendDeadlineNotice } from '#use-cases/notices/send-notice.ts';
import { count, log, observed } from '../_runtime/observe.ts';

export type Store = NoticeStore;

/** A message of the bus as its rule puts it on the queue. */
const BusEvent = z.object({ 'detail-type': z.string(), detail: z.unknown() });

const send = (store: Store, body: string): Promise<number> => {
  const event = BusEvent.parse(JSON.parse(body));
  return event['detail-type'] === noticeDueType
    ? sendDeadlineNotice(store, NoticeDue.parse(event.detail))
    : sendChangeNotice(store, EventCommitted.parse(event.detail));
};

/** Sends notices by mail, each once. A message that fails comes again by itself, then goes to the dead-letter queue. */
export const create = (store: Store) =>
  observed(async (queue: SQSEvent) => {
    const processor = new BatchProcessor(EventType.SQS);
    return processPartialResponse(
      queue,
      async (record: SQSRecord) => {
        try {
          const sent = await send(store, record.body);
          if (sent > 0) log('info', 'REDRESS_NOTICE_SENT', { sent });
          count('NoticeSent', sent);
        } catch (error) {
          log('error', 'REDRESS_NOTICE_FAULT', { messageId: record.messageId, error });
          throw error;
        }
      },
      processor,
      { throwOnFullBatchFailure: false },
    );
  });
