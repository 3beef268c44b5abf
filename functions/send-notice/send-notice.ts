import * as z from 'zod';
import {
  DigestDue,
  digestDueType,
  EventCommitted,
  EvidenceSettled,
  evidenceSettledType,
  toldTypes,
} from '#contracts/bus.ts';
import { type DigestStore, sendDigest } from '#use-cases/notices/send-digest.ts';
import { type EvidenceNoticeStore, sendEvidenceNotice } from '#use-cases/notices/send-evidence-notice.ts';
import { sendChangeNotice } from '#use-cases/notices/send-notice.ts';
import { count, log } from '../_runtime/observe.ts';
import { createWorker } from '../_runtime/worker.ts';

export type Store = EvidenceNoticeStore & DigestStore;

/** A message of the bus as its rule puts it on the queue. */
const BusEvent = z.object({ 'detail-type': z.string(), detail: z.unknown() });

const send = async (store: Store, { 'detail-type': type, detail }: z.infer<typeof BusEvent>): Promise<number> => {
  if (type === digestDueType) return sendDigest(store, DigestDue.parse(detail));
  if (type === evidenceSettledType) return sendEvidenceNotice(store, EvidenceSettled.parse(detail));
  // The bus carries what others speak of among themselves: nobody is told of that.
  return toldTypes.includes(type) ? sendChangeNotice(store, EventCommitted.parse(detail)) : 0;
};

/** Sends notices by mail, each once. */
export const create = (store: Store) =>
  createWorker(BusEvent, 'REDRESS_NOTICE_FAULT', async (event) => {
    const sent = await send(store, event);
    if (sent > 0) log('info', 'REDRESS_NOTICE_SENT', { sent });
    count('NoticeSent', sent);
  });
