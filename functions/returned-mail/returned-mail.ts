import { type ReturnStore, takeReturnedMail } from '#use-cases/returned-mail/take-returned-mail.ts';
import { count, log } from '../_runtime/observe.ts';
import { createWorker } from '../_runtime/worker.ts';
import { returnedMailOf, SesEvent } from './ses-event.ts';

export type Store = ReturnStore;

/** Marks what came back by mail, suppresses addresses that are good for nothing, and tells the ISMS managers. */
export const create = (store: Store) =>
  createWorker(SesEvent, 'REDRESS_MAIL_RETURN_FAULT', async (event) => {
    const returned = returnedMailOf(event);
    if (!returned) return;
    const { kind, messageId } = returned;
    const { marked, suppressed, told, isTold } = await takeReturnedMail(store, returned);
    log('warn', 'REDRESS_MAIL_RETURNED', { kind, messageId, marked, suppressed, told });
    count(kind === 'bounce' ? 'MailBounced' : 'MailComplained');
    if (isTold) return;
    log('error', 'REDRESS_MAIL_RETURN_UNTOLD', { kind, messageId });
    count('MailReturnUntold');
  });
