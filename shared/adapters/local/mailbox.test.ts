import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import type { Message } from '#ports/notices.ts';
import { createMailbox } from './mailbox.ts';
import { createVirtualClock } from './virtual-clock.ts';

const message = (subject: string): Message => ({
  to: 'anna@example.org',
  subject,
  text: 'Hello\n',
  html: '<p>Hello</p>',
  language: 'en',
  reference: `r-${subject}`,
});

it('lists what was sent, newest first, also after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailbox-'));
  const clock = createVirtualClock('2026-03-09T08:00:00Z');
  const open = () => {
    const database = new DatabaseSync(join(folder, 'local.sqlite'));
    const sender = { name: 'Redress', address: 'redress@example.org' };
    return { database, mailbox: createMailbox({ database, clock, sender }) };
  };

  const before = open();
  const first = await before.mailbox.send(message('one'));
  clock.advance('P1D');
  const second = await before.mailbox.send(message('two'));
  before.database.close();

  const { database, mailbox } = open();
  expect(mailbox.list()).toEqual([
    { id: second, at: '2026-03-10T08:00:00.000Z', to: 'anna@example.org', subject: 'two', reference: 'r-two' },
    { id: first, at: '2026-03-09T08:00:00.000Z', to: 'anna@example.org', subject: 'one', reference: 'r-one' },
  ]);
  const { mime, text } = mailbox.get(first) ?? {};
  expect(text).toBe('Hello\n');
  expect(Buffer.from(mime ?? []).toString()).toMatch(/^From: Redress <redress@example.org>\r$/m);
  for (const id of ['99', '0', 'one', '1 OR 1=1', '', '9'.repeat(40)]) expect(mailbox.get(id)).toBeUndefined();
  database.close();
  rmSync(folder, { recursive: true });
});
