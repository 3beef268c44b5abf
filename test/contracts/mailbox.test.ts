import { DatabaseSync } from 'node:sqlite';
import { createMailbox } from '#adapters/local/mailbox.ts';
import { createVirtualClock } from '#adapters/local/virtual-clock.ts';
import { mailContract } from './mail.contract.ts';

const mailbox = createMailbox({
  database: new DatabaseSync(':memory:'),
  clock: createVirtualClock('2026-03-09T08:00:00Z'),
  sender: { name: 'Redress', address: 'redress@example.org' },
});

mailContract('local mailbox', () => ({
  mail: mailbox,
  recipient: 'anna@example.org',
  mimeOf: (id) => {
    const kept = mailbox.get(id);
    if (kept === undefined) throw new Error(`there is no message ${id}`);
    return kept.mime;
  },
}));
