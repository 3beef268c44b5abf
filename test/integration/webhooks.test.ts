import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AuditTold, FindingTold } from '#contracts/event-catalogue.ts';
import type { Webhook } from '#domain/webhook/webhook.ts';
import { handIn, issue } from './findings.ts';
import { bodiesOf, idsOf, type Made, openWebhookHouse, typesOf, verified, type WebhookHouse } from './webhook-house.ts';

let on: WebhookHouse;
beforeAll(async () => {
  on = await openWebhookHouse();
}, 60_000);
afterAll(() => on.close());
afterEach(() => on.tidy());

describe('an event', () => {
  it('reaches a webhook, signed as Standard Webhooks has it, as the catalogue has it', async () => {
    const { webhook, secret } = await on.make();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const audit = await on.newAudit();
    const finding = await issue(on.house(), audit, 'NC-1');
    expect(typesOf(on.received)).toEqual(['audit-opened', 'issued']);
    const [opened, issued] = on.received.map((call) => verified(secret, call));
    expect(opened).toMatchObject({ type: 'audit-opened', timestamp: on.house().system.clock.now() });
    expect(AuditTold.parse(Object(opened).data)).toMatchObject({ aggregate: audit, seq: 1 });
    const { data } = Object(issued);
    expect(FindingTold.strict().parse(data)).toEqual({
      version: 1,
      kind: 'finding',
      aggregate: finding,
      seq: 1,
      type: 'issued',
      at: Object(issued).timestamp,
      audit,
      number: 'NC-1',
      grade: 'major',
      status: 'awaiting',
      stage: 'plan',
      due: '2026-03-23',
    });
    expect(idsOf(on.received)).toEqual([`audit-${audit}-1`, `finding-${finding}-1`]);
    const timestamp = String(Math.floor(Date.parse(on.house().system.clock.now()) / 1000));
    expect(on.received[1]?.headers['webhook-timestamp']).toBe(timestamp);
    expect(await on.lastOf({ webhook, secret })).toEqual({
      at: on.house().system.clock.now(),
      event: `finding-${finding}-1`,
      outcome: 'taken',
      status: 204,
    });
  });

  it('is signed by that webhook’s secret alone, and by the new one once it is renewed', async () => {
    const { webhook, secret } = await on.make();
    const other = await on.make({ name: 'Other' });
    await on.newAudit();
    const [first] = on.received.splice(0);
    if (!first) throw new Error('nothing was called');
    const signers = [secret, other.secret].filter((each) => {
      try {
        return verified(each, first);
      } catch {
        return false;
      }
    });
    expect(signers).toHaveLength(1);

    const renewed = await on.admin().call<Made>('POST', `/webhooks/${webhook.id}/renew-secret`);
    expect(renewed.secret).not.toBe(secret);
    await on.change(other.webhook.id, { name: 'Other', url: on.url, enabled: false });
    await on.newAudit();
    const [again] = on.received;
    if (!again) throw new Error('nothing was called');
    expect(verified(renewed.secret, again)).toMatchObject({ type: 'audit-opened' });
    expect(() => verified(secret, again)).toThrow('No matching signature found');
  });

  it('goes to those who want it, and to none who is switched off', async () => {
    const some = await on.make({ events: ['submitted', 'found-complete'] });
    const finding = await issue(on.house(), await on.newAudit(), 'NC-1');
    expect(on.received).toEqual([]);
    await handIn(on.house(), finding);
    expect(typesOf(on.received)).toEqual(['submitted', 'found-complete']);
    expect(bodiesOf(on.received)[1].data).toMatchObject({ status: 'in-review', stage: 'plan' });
    on.received.splice(0);
    await on.change(some.webhook.id, { name: 'Tickets', url: on.url, enabled: false });
    await issue(on.house(), await on.newAudit(), 'NC-1');
    expect(on.received).toEqual([]);
  });

  it('is one line where Slack is told', async () => {
    await on.make({ format: 'slack', events: ['issued'] });
    const finding = await issue(on.house(), await on.newAudit(), 'NC-1 <!channel>');
    const text = `NC-1 &lt;!channel&gt; (major nonconformity): issued, corrective action plan, due on 23 March 2026. <${on.house().url}/findings/${finding}|Open the finding>`;
    expect(bodiesOf(on.received)).toEqual([{ text }]);
  });
});

describe('an administrator', () => {
  it('tries a webhook with a sample, once', async () => {
    const made = await on.make({ events: ['closed'] });
    const tried = () => on.admin().call<Webhook>('POST', `/webhooks/${made.webhook.id}/try`);
    expect(await tried()).toMatchObject({ id: made.webhook.id });
    await on.house().system.settled();
    const [call] = on.received;
    if (!call) throw new Error('nothing was called');
    expect(verified(made.secret, call)).toMatchObject({
      type: 'sample',
      data: { version: 1, kind: 'sample', type: 'sample', webhook: made.webhook.id },
    });
    expect(await on.lastOf(made)).toMatchObject({ outcome: 'taken', event: call.headers['webhook-id'] });
    on.answers((response) => response.writeHead(500).end());
    await tried();
    await on.house().system.settled();
    expect(await on.lastOf(made)).toMatchObject({ outcome: 'refused', status: 500 });
    await on.advance('PT2H');
    expect(on.received).toHaveLength(2);
    await on.change(made.webhook.id, { name: 'Tickets', url: on.url, enabled: false });
    await expect(tried()).rejects.toMatchObject({ status: 409, code: 'wrong-state' });
  });

  it('sees the secret when it is made and never again', async () => {
    const { secret } = await on.make();
    expect(JSON.stringify(await on.list())).not.toContain(secret.replace('whsec_', ''));
    expect(await on.admin().text('/webhooks')).not.toContain('whsec_');
  });

  it.each([
    ['url', { url: 'http://hooks.example.org' }],
    ['url', { url: 'https://user:word@hooks.example.org' }],
    ['events[0]', { events: ['submited'] }],
    ['format', { format: 'xml' }],
    ['secret', { secret: 'mine' }],
    ['name', { name: ' ' }],
  ])('is told what is wrong by its name: %s', async (field, body) => {
    const before = await on.list();
    await expect(on.make(body)).rejects.toMatchObject({ status: 400, problem: { field } });
    expect(await on.list()).toEqual(before);
  });

  it('changes and finds no webhook that is not there', async () => {
    const none = '/webhooks/none';
    const body = { name: 'Tickets', url: on.url, enabled: true };
    await expect(on.admin().call('PUT', none, { body })).rejects.toMatchObject({ status: 404 });
    await expect(on.admin().call('POST', `${none}/renew-secret`)).rejects.toMatchObject({ status: 404 });
    await expect(on.admin().call('POST', `${none}/try`)).rejects.toMatchObject({ status: 404 });
  });

  it('has at most twenty, and is told so', async () => {
    const there = (await on.list()).length;
    for (let nth = there; nth < 20; nth += 1) await on.make({ name: `Number ${nth}` });
    await expect(on.make()).rejects.toMatchObject({ status: 422, code: 'too-many-webhooks' });
    expect(await on.list()).toHaveLength(20);
  });
});

it('nobody but an administrator sees or makes one', async () => {
  for (const who of [on.house().people.ismsManager, on.house().people.leadAuditor, on.house().people.owner]) {
    await expect(who.call('GET', '/webhooks')).rejects.toMatchObject({ status: 403 });
    const body = { name: 'Mine', url: 'https://hooks.example.org' };
    await expect(who.call('POST', '/webhooks', { body })).rejects.toMatchObject({ status: 403 });
  }
});
