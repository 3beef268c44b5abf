import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { WebhookSecrets } from '#ports/webhooks.ts';
import { newId } from './samples.ts';

export const webhookSecretsContract = (name: string, makeAdapter: () => Promise<WebhookSecrets>): void => {
  describe(`webhook secrets: ${name}`, () => {
    it('are 256 bits, the same each time, and others for another webhook or once renewed', async () => {
      const secrets = await makeAdapter();
      const [one, other] = [newId(), newId()];
      const asked = [
        { id: one, secretVersion: 1 },
        { id: one, secretVersion: 2 },
        { id: other, secretVersion: 1 },
      ];
      const told = await Promise.all(asked.map((webhook) => secrets.secretOf(webhook)));
      expect(new Set(told).size).toBe(3);
      for (const secret of told) expect(Buffer.from(secret, 'base64')).toHaveLength(32);
      expect(await Promise.all(asked.map((webhook) => secrets.secretOf(webhook)))).toEqual(told);
    });

    it('sign texts, of any letters', async () => {
      const secrets = await makeAdapter();
      const webhook = { id: newId(), secretVersion: 1 };
      const text = 'msg.1.{"für":"«alle» ✓"}';
      const key = Buffer.from(await secrets.secretOf(webhook), 'base64');
      expect(await secrets.sign(webhook, text)).toBe(createHmac('sha256', key).update(text, 'utf8').digest('base64'));
    });
  });
};
