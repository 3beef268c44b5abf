import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { idsOf, openWebhookHouse, type Play, verified, type WebhookHouse } from './webhook-house.ts';

let on: WebhookHouse;
beforeAll(async () => {
  on = await openWebhookHouse();
}, 60_000);
afterAll(() => on.close());
afterEach(() => on.tidy());

describe('a receiver that fails', () => {
  it('is called again for 24 hours, each time later, under one id; then it is a dead letter, which is replayed', async () => {
    const made = await on.make({ events: ['audit-opened'] });
    on.answers((response) => response.writeHead(503).end('not now'));
    const began = Date.parse(on.house().system.clock.now());
    const audit = await on.newAudit();
    expect(await on.lastOf(made)).toMatchObject({ outcome: 'refused', status: 503 });
    await on.advance('PT23H59M');
    expect(on.received).toHaveLength(10);
    expect(on.house().system.bus.deadLetters()).toEqual([]);
    await on.advance('PT1M');

    const tried = on.received.map(({ headers }) => (Number(headers['webhook-timestamp']) * 1000 - began) / 60_000);
    expect(tried).toEqual([0, 1, 5, 15, 30, 60, 120, 240, 480, 960, 1440]);
    expect(new Set(idsOf(on.received))).toEqual(new Set([`audit-${audit}-1`]));
    expect(new Set(on.received.map(({ body }) => body)).size).toBe(1);
    for (const call of on.received) expect(verified(made.secret, call)).toMatchObject({ type: 'audit-opened' });
    expect(await on.lastOf(made)).toMatchObject({ outcome: 'given-up', status: 503 });
    const { deadLetters } = (await (await fetch(`${on.house().url}/local/dead-letters`)).json()) as {
      deadLetters: unknown[];
    };
    expect(deadLetters).toMatchObject([{ subscriber: 'call-webhooks', detailType: 'webhook-call', attempts: 11 }]);
    await on.advance('PT2H');
    expect(on.received).toHaveLength(11);

    on.answers();
    const replayed = await fetch(`${on.house().url}/local/dead-letters/replay`, { method: 'POST' });
    expect(await replayed.json()).toEqual({ replayed: 1 });
    expect(on.received).toHaveLength(12);
    expect(idsOf(on.received).at(-1)).toBe(`audit-${audit}-1`);
    expect(await on.lastOf(made)).toMatchObject({ outcome: 'taken' });
    expect(on.house().system.bus.deadLetters()).toEqual([]);
  });

  it('is called no more once it is switched off, and holds up nobody else', async () => {
    const failing = await on.make({ events: ['audit-opened'], url: `${on.url}failing` });
    await on.make({ events: ['audit-opened'], url: `${on.url}working` });
    on.answers((response, { path }) => response.writeHead(path === '/failing' ? 500 : 200).end());
    await on.newAudit();
    expect(on.received.map(({ path }) => path).sort()).toEqual(['/failing', '/working']);
    await on.change(failing.webhook.id, { name: 'Tickets', url: `${on.url}failing`, enabled: false });
    await on.advance('PT2H');
    expect(on.received).toHaveLength(2);
    expect(on.house().system.bus.deadLetters()).toEqual([]);
  });

  it('is taken up again where a process before this one left it', async () => {
    await on.make({ events: ['audit-opened'] });
    on.answers((response) => response.writeHead(500).end());
    const audit = await on.newAudit();
    await on.reopen();
    on.answers();
    expect(on.received).toHaveLength(1);
    await on.advance('PT1M');
    expect(idsOf(on.received)).toEqual(Array.from({ length: 2 }, () => `audit-${audit}-1`));
    expect(on.house().system.bus.waitsUntil()).toBeUndefined();
  });
});

describe('an answer that', () => {
  const calledWith = async (play: Play) => {
    on.answers(play);
    const made = await on.make({ events: ['audit-opened'] });
    const audit = await on.newAudit();
    expect(await on.house().people.ismsManager.call('GET', `/audits/${audit}`)).toMatchObject({ id: audit });
    return on.lastOf(made);
  };

  it('never comes is given up in time', async () => {
    expect(await calledWith(() => undefined)).toMatchObject({ outcome: 'unreachable', reason: 'timed-out' });
  });

  it('never ends is taken for what it said first', async () => {
    const poured = await calledWith((response) => {
      response.writeHead(200);
      const pour = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384)));
      };
      response.on('drain', pour);
      pour();
    });
    expect(poured).toMatchObject({ outcome: 'taken', status: 200 });
  });

  it('leads inside is not followed', async () => {
    const location = 'https://169.254.169.254/latest/meta-data/';
    const led = await calledWith((response) => response.writeHead(307, { location }).end());
    expect(led).toMatchObject({ outcome: 'unreachable', reason: 'address-not-allowed' });
  });

  it('tells it has moved is no taking', async () => {
    const moved = await calledWith((response) => response.writeHead(302, { location: '/' }).end());
    expect(moved).toMatchObject({ outcome: 'refused', status: 302 });
  });
});
