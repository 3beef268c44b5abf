import type { WebhookCall } from '#contracts/bus.ts';
import { eventVersion, type Told, type WebhookBody } from '#contracts/event-catalogue.ts';
import type { LetterSetting } from '#domain/message/letter.ts';
import { type LastCall, type Webhook, wants } from '#domain/webhook/webhook.ts';
import { type Caller, Unreachable, type WebhookSecrets, type Webhooks } from '#ports/webhooks.ts';
import type { Trails } from '../trails.ts';
import { slackText } from './slack-text.ts';
import { toldOfAudit, toldOfFinding } from './told.ts';

export interface CallStore extends Trails, LetterSetting {
  readonly webhooks: Webhooks;
  readonly webhookSecrets: WebhookSecrets;
  readonly caller: Caller;
}

/** `dropped`: the webhook was switched off, or wants this no more. `failed`: to be tried again, unless it was the last try. */
export type Called = 'taken' | 'failed' | 'dropped';

/** What is told, under the id that stays the same however often it is told: by it receivers know what they had before. */
const readTold = async (store: CallStore, call: WebhookCall): Promise<{ readonly id: string; readonly told: Told }> => {
  if (call.kind === 'sample') {
    const { webhook, at } = call;
    return { id: `sample-${call.id}`, told: { version: eventVersion, kind: 'sample', type: 'sample', webhook, at } };
  }
  const { kind, aggregate, seq } = call;
  const missing = () => new RangeError(`event ${seq} of ${aggregate} is not on the trail`);
  const id = `${kind}-${aggregate}-${seq}`;
  if (kind === 'finding') {
    const event = await store.findings.at(aggregate, seq);
    if (!event) throw missing();
    return { id, told: toldOfFinding(event) };
  }
  const event = await store.audits.at(aggregate, seq);
  if (!event) throw missing();
  return { id, told: toldOfAudit(event) };
};

const bodyOf = (format: Webhook['format'], told: Told, setting: LetterSetting): string => {
  if (format === 'slack') return JSON.stringify({ text: slackText(told, setting) });
  return JSON.stringify({ type: told.type, timestamp: told.at, data: told } satisfies WebhookBody);
};

/** Standard Webhooks 1.0: the signature is over id, time and body, each try with the time of its own. */
const headersOf = async (store: CallStore, webhook: Webhook, id: string, body: string) => {
  const timestamp = String(Math.floor(Date.parse(store.clock.now()) / 1000));
  const signature = await store.webhookSecrets.sign(webhook, `${id}.${timestamp}.${body}`);
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
};

const made = async (
  store: CallStore,
  webhook: Webhook,
  id: string,
  told: Told,
): Promise<Pick<LastCall, 'outcome' | 'status' | 'reason'>> => {
  const body = bodyOf(webhook.format, told, store);
  const headers = await headersOf(store, webhook, id, body);
  try {
    const { status } = await store.caller.call({ url: webhook.url, headers, body });
    return { outcome: status >= 200 && status < 300 ? 'taken' : 'refused', status };
  } catch (error) {
    if (error instanceof Unreachable) return { outcome: 'unreachable', reason: error.message };
    throw error;
  }
};

/**
 * Calls a webhook with one event, and notes on it what came of that. Any answer but a 2xx is a failure: what was called
 * may have worked all the same, so that a receiver may be told a thing twice, under one id.
 * @param isLast whether nobody tries again after this
 */
export const callWebhook = async (store: CallStore, call: WebhookCall, isLast: boolean): Promise<Called> => {
  const webhook = await store.webhooks.get(call.webhook);
  if (!webhook?.enabled) return 'dropped';
  const { id, told } = await readTold(store, call);
  if (told.kind !== 'sample' && !wants(webhook, told.type)) return 'dropped';
  const { outcome, ...more } = await made(store, webhook, id, told);
  const failed = outcome !== 'taken';
  const givenUp = failed && isLast && call.kind !== 'sample';
  await store.webhooks.note(webhook.id, {
    at: store.clock.now(),
    event: id,
    outcome: givenUp ? 'given-up' : outcome,
    ...more,
  });
  return failed ? 'failed' : 'taken';
};
