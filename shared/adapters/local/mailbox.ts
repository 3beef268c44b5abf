import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Clock } from '#ports/clock.ts';
import { type Mail, MailFault } from '#ports/notices.ts';
import { composeMail, type Sender } from '../mail/compose.ts';
import { reasonOf } from '../reason.ts';

export interface MailboxOptions {
  /** The local system's database; the mailbox's tables begin with `mailbox_`. Closing it is its owner's. */
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly sender: Sender;
}

const Kept = z.object({
  id: z.int().transform(String),
  at: z.string(),
  to: z.string(),
  subject: z.string(),
  reference: z.string(),
});
const Whole = Kept.extend({ text: z.string(), mime: z.instanceof(Uint8Array) });

/** A message as the mailbox lists it. `at` is the instant in UTC at which it was sent. */
export type KeptMessage = z.infer<typeof Kept>;
/** `mime` is the message as it would have travelled. */
export type WholeMessage = z.infer<typeof Whole>;

export interface Mailbox extends Mail {
  /** Newest first. */
  list(): readonly KeptMessage[];
  get(id: string): WholeMessage | undefined;
}

/** Mail of the local system: nothing leaves the machine, every message is kept. Ids count up from 1. */
export const createMailbox = ({ database, clock, sender }: MailboxOptions): Mailbox => {
  database.exec(`
    CREATE TABLE IF NOT EXISTS mailbox_message (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      recipient TEXT NOT NULL,
      subject TEXT NOT NULL,
      reference TEXT NOT NULL,
      text TEXT NOT NULL,
      mime BLOB NOT NULL
    ) STRICT
  `);
  const insert = database.prepare(
    'INSERT INTO mailbox_message (at, recipient, subject, reference, text, mime) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const head = 'id, at, recipient AS "to", subject, reference';
  const all = database.prepare(`SELECT ${head} FROM mailbox_message ORDER BY id DESC`);
  const one = database.prepare(`SELECT ${head}, text, mime FROM mailbox_message WHERE id = ?`);

  return {
    send: async (message) => {
      const at = clock.now();
      const { to, subject, reference, text } = message;
      const mime = await composeMail(message, sender, at);
      try {
        return String(insert.run(at, to, subject, reference, text, mime).lastInsertRowid);
      } catch (cause) {
        throw new MailFault(`keeping mail failed: ${reasonOf(cause)}`, { cause });
      }
    },
    // Nothing leaves the machine, so that no address is ever given up.
    takeUpAgain: async () => undefined,
    list: () => all.all().map((row) => Kept.parse(row)),
    get: (id) => {
      const row = /^[1-9]\d{0,14}$/.test(id) ? one.get(Number(id)) : undefined;
      return row && Whole.parse(row);
    },
  };
};
