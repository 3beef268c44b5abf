import { describe, expect, it } from 'vitest';
import type { Webhook } from '#domain/webhook/webhook.ts';
import type { Webhooks } from '#ports/webhooks.ts';
import { instant, newId } from './samples.ts';

export const webhooksContract = (name: string, makeAdapter: () => Webhooks): void => {
  describe(`webhooks: ${name}`, () => {
    const aWebhook = (more: Partial<Webhook> = {}): Webhook => ({
      id: newId(),
      name: 'Tickets',
      url: 'https://hooks.example.org/redress?team=isms',
      format: 'redress',
      enabled: true,
      by: 'adam@example.org',
      at: instant(0),
      secretVersion: 1,
      ...more,
    });
    const last = { at: instant(9), event: 'finding-f-3', outcome: 'refused', status: 503 } as const;

    it('keeps webhooks with all that was set, oldest first', async () => {
      const webhooks = makeAdapter();
      const later = aWebhook({ at: instant(50), events: ['returned', 'accepted'], format: 'slack', enabled: false });
      const earlier = aWebhook({ at: instant(49) });
      for (const webhook of [later, earlier]) await webhooks.put(webhook);
      expect(await webhooks.get(later.id)).toEqual(later);
      expect(await webhooks.get(newId())).toBeUndefined();
      const own = (await webhooks.all()).filter(({ id }) => [later.id, earlier.id].includes(id));
      expect(own).toEqual([earlier, later]);
    });

    it('replaces what was set whole, and leaves what came of the last call', async () => {
      const webhooks = makeAdapter();
      const webhook = aWebhook({ events: ['returned'] });
      await webhooks.put(webhook);
      await webhooks.note(webhook.id, last);
      const { events: _events, ...all } = webhook;
      const changed = { ...all, name: 'Other', secretVersion: 2, enabled: false };
      await webhooks.put(changed);
      expect(await webhooks.get(webhook.id)).toEqual({ ...changed, last });
    });

    it('notes the newest call and touches nothing that was set; of what is not there it notes nothing', async () => {
      const webhooks = makeAdapter();
      const webhook = aWebhook();
      await webhooks.put(webhook);
      await webhooks.note(webhook.id, last);
      const newer = { at: instant(10), event: 'finding-f-4', outcome: 'unreachable', reason: 'ENOTFOUND' } as const;
      await webhooks.note(webhook.id, newer);
      expect(await webhooks.get(webhook.id)).toEqual({ ...webhook, last: newer });
      const gone = newId();
      await webhooks.note(gone, last);
      expect(await webhooks.get(gone)).toBeUndefined();
    });
  });
};
