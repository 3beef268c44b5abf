import type { ServerResponse } from 'node:http';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { vi } from 'vitest';
import type * as z from 'zod';
import { createCaller } from '#adapters/webhook/caller.ts';
import type { WebhookMade } from '#contracts/http.ts';
import type { LastCall, Webhook } from '#domain/webhook/webhook.ts';
import type { Store } from '#local/functions.ts';
import { openReceiver, type Received, reaching } from '../receiver/receiver.ts';
import { openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';

export type Made = z.infer<typeof WebhookMade>;
export type Play = (response: ServerResponse, received: Received) => void;

const taken: Play = (response) => response.writeHead(204).end();

/** The real caller, with its real guard: but this machine's loopback passes for the world outside. */
const around = (store: Store): Store => {
  const caller = createCaller({ agent: reaching(), mostMs: 1000 });
  return new Proxy(store, { get: (target, key) => (key === 'caller' ? caller : Reflect.get(target, key)) });
};

/** A house with an administrator at work on webhooks, and a receiver that does as the test says. */
export const openWebhookHouse = async () => {
  let answer = taken;
  let audits = 0;
  const receiver = await openReceiver((response, received) => answer(response, received));
  let house = await openHouse({ around });
  const admin = () => house.people.administrator;
  const list = async (): Promise<readonly Webhook[]> =>
    (await admin().call<{ webhooks: Webhook[] }>('GET', '/webhooks')).webhooks;
  const change = (id: string, body: object): Promise<Webhook> => admin().call('PUT', `/webhooks/${id}`, { body });

  return {
    house: (): House => house,
    admin,
    list,
    change,
    url: receiver.url,
    received: receiver.received,
    /** What the receiver does from now on. */
    answers: (play: Play = taken): void => {
      answer = play;
    },
    make: (body: object = {}): Promise<Made> =>
      admin().call('POST', '/webhooks', { body: { name: 'Tickets', url: receiver.url, ...body } }),
    lastOf: async ({ webhook }: Made): Promise<LastCall | undefined> =>
      (await list()).find(({ id }) => id === webhook.id)?.last,
    /** Opens an audit, and waits for all that follows; the answer is its id. */
    newAudit: async (): Promise<string> => {
      audits += 1;
      const audit = await openAudit(house.people.ismsManager, `2026-audit-${audits}`);
      await house.system.settled();
      return audit;
    },
    advance: async (duration: string): Promise<void> => house.system.advance?.(duration),
    reopen: async (): Promise<void> => {
      house = await house.reopen(house.system.clock.now());
    },
    /** Leaves nothing to the next test: what is on is switched off, and its dead letters are dropped with it. */
    tidy: async (): Promise<void> => {
      answer = taken;
      for (const { id, name, url, format, enabled } of await list())
        if (enabled) await change(id, { name, url, format, enabled: false });
      house.system.bus.replay();
      await house.system.settled();
      receiver.received.splice(0);
    },
    close: async (): Promise<void> => {
      await house.close();
      await receiver.close();
    },
  };
};
export type WebhookHouse = Awaited<ReturnType<typeof openWebhookHouse>>;

export const bodiesOf = (calls: readonly Received[]) => calls.map(({ body }) => JSON.parse(body));
export const typesOf = (calls: readonly Received[]): string[] => bodiesOf(calls).map(({ type }) => type);
export const idsOf = (calls: readonly Received[]) => calls.map(({ headers }) => headers['webhook-id']);

/** What an independent library says of the signature, at the time of the call. */
export const verified = (secret: string, { headers, body }: Received): unknown => {
  vi.useFakeTimers({ toFake: ['Date'], now: Number(headers['webhook-timestamp']) * 1000 });
  try {
    return new StandardWebhook(secret).verify(body, headers as Record<string, string>);
  } finally {
    vi.useRealTimers();
  }
};
