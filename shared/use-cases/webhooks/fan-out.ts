import { type EventCommitted, type WebhookCall, webhookCallType } from '#contracts/bus.ts';
import { wants } from '#domain/webhook/webhook.ts';
import type { Bus } from '#ports/bus.ts';
import type { Webhooks } from '#ports/webhooks.ts';

export interface FanOutStore {
  readonly webhooks: Pick<Webhooks, 'all'>;
  readonly bus: Bus;
}

/**
 * Has each webhook that wants an event called with it, by a message of its own: a receiver that is down holds up no other.
 * @returns how many are called
 */
export const fanOut = async (store: FanOutStore, { kind, aggregate, seq, type }: EventCommitted): Promise<number> => {
  const wanting = (await store.webhooks.all()).filter((webhook) => wants(webhook, type));
  const calls = wanting.map(({ id }): WebhookCall => ({ kind, webhook: id, aggregate, seq }));
  await store.bus.publish(calls.map((detail) => ({ detailType: webhookCallType, detail })));
  return calls.length;
};
