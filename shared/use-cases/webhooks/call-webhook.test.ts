import { expect, test } from 'vitest';
import type { WebhookCall } from '#contracts/bus.ts';
import type { LastCall, Webhook } from '#domain/webhook/webhook.ts';
import type { Caller } from '#ports/webhooks.ts';
import { Unreachable, WebhookSecretFault } from '#ports/webhooks.ts';
import { aNonconformity, findingId } from '../../../test/builders/finding.ts';
import { type CallStore, callWebhook } from './call-webhook.ts';

const aWebhook: Webhook = {
  id: 'w1',
  name: 'Tickets',
  url: 'https://hooks.example.org',
  format: 'redress',
  enabled: true,
  by: 'adam@example.org',
  at: '2026-03-09T08:00:00.000Z',
  secretVersion: 1,
};
const now = '2026-03-10T08:00:00.000Z';
const { events } = aNonconformity();
const issued: WebhookCall = { kind: 'finding', webhook: 'w1', aggregate: findingId, seq: 1 };
const sample: WebhookCall = { kind: 'sample', webhook: 'w1', id: 's1', at: now };

interface Played {
  readonly webhook?: Webhook | undefined;
  readonly call?: WebhookCall;
  readonly isLast?: boolean;
  /** The receiver's status, or why there is none. */
  readonly answer?: number | Error;
}

/** What becomes of one call: the answer, what is noted, and the ids that the receiver was called with. */
const play = async ({ webhook = aWebhook, call = issued, isLast = false, answer = 200 }: Played) => {
  const noted: LastCall[] = [];
  const called: unknown[] = [];
  const caller: Caller = {
    call: async ({ headers }) => {
      called.push(headers['webhook-id']);
      if (answer instanceof Error) throw answer;
      return { status: answer };
    },
  };
  const store = {
    webhooks: {
      get: async (id: string) => (id === webhook.id ? webhook : undefined),
      note: async (_id: string, last: LastCall) => void noted.push(last),
    },
    webhookSecrets: { sign: async () => 'c2lnbmVk' },
    caller,
    findings: { at: async (_id: string, seq: number) => events[seq - 1] },
    clock: { now: () => now },
    language: 'en',
    organization: 'Example Ltd',
    baseUrl: 'https://redress.example.org',
  } as unknown as CallStore;
  const outcome = await callWebhook(store, call, isLast);
  return { outcome, noted, called };
};

const id = `finding-${findingId}-1`;

test('a call that is taken is noted as such, at the last try too', async () => {
  for (const isLast of [false, true])
    expect(await play({ isLast })).toEqual({
      outcome: 'taken',
      called: [id],
      noted: [{ at: now, event: id, outcome: 'taken', status: 200 }],
    });
});

test.each([
  ['an answer that is no 2xx', 503, { outcome: 'refused', status: 503 }],
  ['a redirect', 304, { outcome: 'refused', status: 304 }],
  ['no answer', new Unreachable('ENOTFOUND'), { outcome: 'unreachable', reason: 'ENOTFOUND' }],
])('%s is a failure, and given up after the last try', async (_what, answer, noted) => {
  const last = { at: now, event: id };
  expect(await play({ answer })).toMatchObject({ outcome: 'failed', noted: [{ ...last, ...noted }] });
  expect(await play({ answer, isLast: true })).toMatchObject({
    outcome: 'failed',
    noted: [{ ...last, ...noted, outcome: 'given-up' }],
  });
  expect(await play({ answer, isLast: true, call: sample })).toMatchObject({
    outcome: 'failed',
    noted: [{ at: now, event: 'sample-s1', ...noted }],
  });
});

test.each([
  ['was switched off', { webhook: { ...aWebhook, enabled: false } }],
  ['was switched off before its sample came', { webhook: { ...aWebhook, enabled: false }, call: sample }],
  ['wants this no more', { webhook: { ...aWebhook, events: ['closed'] } }],
  ['is not there', { call: { ...issued, webhook: 'w2' } }],
])('a webhook that %s is not called', async (_what, played: Played) => {
  expect(await play(played)).toEqual({ outcome: 'dropped', called: [], noted: [] });
});

test('a webhook of other events is tried with a sample all the same', async () => {
  expect(await play({ webhook: { ...aWebhook, events: ['closed'] }, call: sample })).toMatchObject({
    outcome: 'taken',
    called: ['sample-s1'],
  });
});

test('what is no fault of the receiver is thrown, and nothing is noted of it', async () => {
  await expect(play({ answer: new WebhookSecretFault('no key') })).rejects.toBeInstanceOf(WebhookSecretFault);
  await expect(play({ call: { ...issued, seq: 99 } })).rejects.toBeInstanceOf(RangeError);
});
