import * as z from 'zod';
import { EventCommitted, WebhookCall, webhookCallType } from '#contracts/bus.ts';
import { callTries } from '#domain/webhook/retries.ts';
import { type CallStore, callWebhook } from '#use-cases/webhooks/call-webhook.ts';
import { type FanOutStore, fanOut } from '#use-cases/webhooks/fan-out.ts';
import { count, log } from '../_runtime/observe.ts';
import { createWorker } from '../_runtime/worker.ts';

export type Store = CallStore & FanOutStore;

/** A message of the bus as its rule puts it on the queue. */
const BusEvent = z.object({ 'detail-type': z.string(), detail: z.unknown() });

/** The receiver did not take an event, or was not there: its message comes again later. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

const call = async (store: Store, message: WebhookCall, tries: number): Promise<void> => {
  const called = await callWebhook(store, message, tries >= callTries);
  log('info', 'REDRESS_WEBHOOK_CALLED', { webhook: message.webhook, called, tries });
  if (called === 'taken') count('WebhookTaken');
  // A sample is tried once: whoever asked for it sees how it went.
  if (called !== 'failed' || message.kind === 'sample') return;
  count('WebhookNotTaken');
  throw new NotTaken(`webhook ${message.webhook} did not take its event at try ${tries} of ${callTries}`);
};

/** Calls webhooks with events: each event is handed on to those that want it, and each of them is then called by itself. */
export const create = (store: Store) =>
  createWorker(BusEvent, 'REDRESS_WEBHOOK_FAULT', async ({ 'detail-type': type, detail }, { attributes }) => {
    if (type === webhookCallType)
      return call(store, WebhookCall.parse(detail), Number(attributes.ApproximateReceiveCount));
    const webhooks = await fanOut(store, EventCommitted.parse(detail));
    if (webhooks > 0) log('info', 'REDRESS_WEBHOOK_FANNED', { webhooks });
  });
