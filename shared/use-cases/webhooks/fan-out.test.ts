import { expect, test } from 'vitest';
import type { Webhook } from '#domain/webhook/webhook.ts';
import type { BusMessage } from '#ports/bus.ts';
import { fanOut } from './fan-out.ts';

const webhook = (id: string, more: Partial<Webhook> = {}): Webhook => ({
  id,
  name: id,
  url: 'https://hooks.example.org',
  format: 'redress',
  enabled: true,
  by: 'adam@example.org',
  at: '2026-03-09T08:00:00.000Z',
  secretVersion: 1,
  ...more,
});
const event = { kind: 'finding', aggregate: 'f1', seq: 4, type: 'returned', at: '2026-03-09T08:00:00.000Z' } as const;

const handedOn = async (...webhooks: readonly Webhook[]) => {
  const published: BusMessage[] = [];
  const bus = { publish: async (messages: readonly BusMessage[]) => void published.push(...messages) };
  return { count: await fanOut({ webhooks: { all: async () => webhooks }, bus }, event), published };
};

test('an event becomes one message for each webhook that wants it, and is on', async () => {
  const { count, published } = await handedOn(
    webhook('all'),
    webhook('off', { enabled: false }),
    webhook('some', { events: ['accepted', 'returned'] }),
    webhook('other', { events: ['accepted'] }),
  );
  expect(count).toBe(2);
  expect(published).toEqual(
    ['all', 'some'].map((id) => ({
      detailType: 'webhook-call',
      detail: { kind: 'finding', webhook: id, aggregate: 'f1', seq: 4 },
    })),
  );
});

test('where nobody wants it, nothing follows', async () => {
  expect(await handedOn(webhook('off', { enabled: false }))).toEqual({ count: 0, published: [] });
});
