import { liftSuppression, listSuppressions, type SuppressionStore } from '#use-cases/settings/suppressions.ts';
import type { WebhookStore } from '#use-cases/webhooks/administer.ts';
import { createApi, type Endpoint } from '../_runtime/api.ts';
import { addressIn, type PeopleStore, peopleEndpoints } from './people.ts';
import { webhookEndpoints } from './webhooks.ts';

export type Store = PeopleStore & SuppressionStore & WebhookStore;

const lift =
  (store: SuppressionStore): Endpoint =>
  async (request) => {
    const address = addressIn(request);
    return address.ok ? liftSuppression(store, address.value) : address;
  };

/** People, their preferences, suppressed addresses and webhooks. */
export const create = (store: Store) =>
  createApi('settings', store.people, {
    ...peopleEndpoints(store),
    listSuppressions: () => listSuppressions(store),
    liftSuppression: lift(store),
    ...webhookEndpoints(store),
  });
