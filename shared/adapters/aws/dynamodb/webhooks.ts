import * as z from 'zod';
import { Webhook } from '#domain/webhook/webhook.ts';
import type { Webhooks } from '#ports/webhooks.ts';
import { createItems, isThere, type StoredItem, type Table } from './items.ts';
import { prefixes, webhookKey, webhooksPartition } from './keys.ts';

/** What came of the last call lies beside the webhook, so that to note it touches nothing that an administrator set. */
const Stored = z.object({ webhook: Webhook.omit({ last: true }).strip(), last: Webhook.shape.last });

const webhookOf = (item: StoredItem): Webhook => {
  const { webhook, last } = Stored.parse(item);
  return { ...webhook, ...(last && { last }) };
};

const byTime = (a: Webhook, b: Webhook): number => (`${a.at}#${a.id}` < `${b.at}#${b.id}` ? -1 : 1);

/** The webhooks: a handful, in one partition. Read consistently. */
export const createWebhooks = (table: Table): Webhooks => {
  const items = createItems(table);
  return {
    get: async (id) => {
      const item = await items.get(webhookKey(id));
      return item && webhookOf(item);
    },
    all: async () => {
      const found = await items.range({ partition: webhooksPartition, prefix: prefixes.webhook, consistent: true });
      return found.map(webhookOf).toSorted(byTime);
    },
    put: async (webhook) => {
      await items.update(webhookKey(webhook.id), {
        change: 'SET #webhook = :webhook',
        // There or not: the condition is only that it is this one.
        condition: 'attribute_not_exists(#webhook) OR #webhook.#id = :id',
        names: { '#webhook': 'webhook', '#id': 'id' },
        values: { ':webhook': webhook, ':id': webhook.id },
      });
    },
    note: async (id, last) => {
      await items.update(webhookKey(id), {
        ...isThere,
        change: 'SET #last = :last',
        names: { ...isThere.names, '#last': 'last' },
        values: { ':last': last },
      });
    },
  };
};
