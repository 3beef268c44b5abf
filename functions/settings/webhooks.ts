import { ChangeWebhook, MakeWebhook } from '#contracts/http.ts';
import { ok } from '#domain/result.ts';
import {
  changeWebhook,
  makeWebhook,
  renewSecret,
  tryWebhook,
  type WebhookStore,
} from '#use-cases/webhooks/administer.ts';
import { bodyOf, type Endpoint, part } from '../_runtime/api.ts';

export const webhookEndpoints = (store: WebhookStore) =>
  ({
    listWebhooks: async () => ok({ webhooks: await store.webhooks.all() }),
    makeWebhook: (request) => makeWebhook(store, bodyOf(MakeWebhook, request), request.person.email),
    changeWebhook: (request) => changeWebhook(store, part(request, 'webhook'), bodyOf(ChangeWebhook, request)),
    renewWebhookSecret: (request) => renewSecret(store, part(request, 'webhook')),
    tryWebhook: (request) => tryWebhook(store, part(request, 'webhook')),
  }) satisfies Readonly<Record<string, Endpoint>>;
