import { type WebhookCall, webhookCallType } from '#contracts/bus.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Webhook, WebhookSettings } from '#domain/webhook/webhook.ts';
import type { Bus } from '#ports/bus.ts';
import type { Clock } from '#ports/clock.ts';
import type { Random } from '#ports/random.ts';
import type { WebhookSecrets, Webhooks } from '#ports/webhooks.ts';

export interface WebhookStore {
  readonly webhooks: Webhooks;
  readonly webhookSecrets: WebhookSecrets;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly random: Pick<Random, 'id'>;
}

/** Each event asks for all of them: that stays one small read. */
const mostWebhooks = 20;

const notFound = () => refuse({ code: 'not-found', message: 'There is no such webhook.' });

/** A webhook with its secret in the words of Standard Webhooks: shown once, to whoever made or renewed it. */
interface Shown {
  readonly webhook: Webhook;
  readonly secret: string;
}

const shown = async (store: WebhookStore, webhook: Webhook): Promise<Result<Shown>> =>
  ok({ webhook, secret: `whsec_${await store.webhookSecrets.secretOf(webhook)}` });

/** Settings as they are stored: what is left out is not there. */
const settingsOf = ({ events, ...settings }: WebhookSettings) => ({ ...settings, ...(events && { events }) });

export const makeWebhook = async (
  store: WebhookStore,
  settings: WebhookSettings,
  by: string,
): Promise<Result<Shown>> => {
  if ((await store.webhooks.all()).length >= mostWebhooks)
    return refuse({
      code: 'too-many-webhooks',
      message: `There are ${mostWebhooks} webhooks, as many as there may be. Change one that is no longer used.`,
    });
  const webhook: Webhook = {
    ...settingsOf(settings),
    id: store.random.id(),
    enabled: true,
    by,
    at: store.clock.now(),
    secretVersion: 1,
  };
  const answer = await shown(store, webhook);
  await store.webhooks.put(webhook);
  return answer;
};

export const changeWebhook = async (
  store: WebhookStore,
  id: string,
  { enabled, ...settings }: WebhookSettings & { readonly enabled: boolean },
): Promise<Result<Webhook>> => {
  const webhook = await store.webhooks.get(id);
  if (!webhook) return notFound();
  const { by, at, secretVersion, last } = webhook;
  const changed = { ...settingsOf(settings), id, enabled, by, at, secretVersion };
  await store.webhooks.put(changed);
  return ok({ ...changed, ...(last && { last }) });
};

export const renewSecret = async (store: WebhookStore, id: string): Promise<Result<Shown>> => {
  const webhook = await store.webhooks.get(id);
  if (!webhook) return notFound();
  const { last, ...rest } = webhook;
  const renewed = { ...rest, secretVersion: webhook.secretVersion + 1 };
  const answer = await shown(store, { ...renewed, ...(last && { last }) });
  await store.webhooks.put(renewed);
  return answer;
};

/** Has a webhook called with a sample, once; what came of it stands on the webhook a moment later. */
export const tryWebhook = async (store: WebhookStore, id: string): Promise<Result<Webhook>> => {
  const webhook = await store.webhooks.get(id);
  if (!webhook) return notFound();
  if (!webhook.enabled)
    return refuse({ code: 'wrong-state', message: 'This webhook is switched off. Switch it on to try it.' });
  const call: WebhookCall = { kind: 'sample', webhook: id, id: store.random.id(), at: store.clock.now() };
  await store.bus.publish([{ detailType: webhookCallType, detail: call }]);
  return ok(webhook);
};
