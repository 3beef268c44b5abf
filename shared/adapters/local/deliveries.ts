import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { BusMessage } from '#ports/bus.ts';

const json = z.string().transform((text): unknown => JSON.parse(text));
const Row = z.object({
  id: z.int(),
  subscriber: z.string(),
  detailType: z.string(),
  detail: json,
  attempts: z.int(),
});
const Waiting = z.object({ until: z.string().nullable() });
const DeadRow = Row.extend({ error: z.string(), at: z.string() });

/** A message on its way to one subscriber. `attempts`: those that failed. */
export type Delivery = z.infer<typeof Row>;

/** A message given up: every attempt failed, the last of them at `at` with `error`. */
export type DeadLetter = z.infer<typeof DeadRow>;

const columns = 'id, subscriber, detail_type AS detailType, detail, attempts';

/** The deliveries not made yet, and the dead letters, in tables that begin with `bus_`. */
export const createDeliveries = (database: DatabaseSync) => {
  database.exec(`
    CREATE TABLE IF NOT EXISTS bus_delivery (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      subscriber TEXT NOT NULL,
      detail_type TEXT NOT NULL,
      detail TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE IF NOT EXISTS bus_waiting (
      id INTEGER PRIMARY KEY,
      until TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS bus_dead_letter (
      id INTEGER PRIMARY KEY,
      subscriber TEXT NOT NULL,
      detail_type TEXT NOT NULL,
      detail TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      error TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT
  `);
  const insert = database.prepare('INSERT INTO bus_delivery (subscriber, detail_type, detail) VALUES (?, ?, ?)');
  const first = database.prepare(
    `SELECT ${columns} FROM bus_delivery WHERE subscriber = ?
     AND id NOT IN (SELECT id FROM bus_waiting WHERE until > ?) ORDER BY attempts, id LIMIT 1`,
  );
  const wait = database.prepare('INSERT OR REPLACE INTO bus_waiting (id, until) VALUES (?, ?)');
  const stopWaiting = database.prepare('DELETE FROM bus_waiting WHERE id = ?');
  const earliest = database.prepare(
    `SELECT min(until) AS until FROM bus_waiting
     WHERE id IN (SELECT id FROM bus_delivery WHERE subscriber IN (SELECT value FROM json_each(?)))`,
  );
  const remove = database.prepare('DELETE FROM bus_delivery WHERE id = ?');
  const count = database.prepare('UPDATE bus_delivery SET attempts = attempts + 1 WHERE id = ?');
  const bury = database.prepare(
    `INSERT INTO bus_dead_letter (id, subscriber, detail_type, detail, attempts, error, at)
     SELECT id, subscriber, detail_type, detail, attempts + 1, ?, ? FROM bus_delivery WHERE id = ?`,
  );
  const dead = database.prepare(`SELECT ${columns}, error, at FROM bus_dead_letter ORDER BY id`);
  const digUp = database.prepare(
    'INSERT INTO bus_delivery (subscriber, detail_type, detail) SELECT subscriber, detail_type, detail FROM bus_dead_letter ORDER BY id',
  );
  const clear = database.prepare('DELETE FROM bus_dead_letter');

  const transaction = (work: () => void): void => {
    database.exec('BEGIN IMMEDIATE');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    /** All or none. */
    add: (deliveries: readonly { readonly subscriber: string; readonly message: BusMessage }[]): void =>
      transaction(() => {
        for (const { subscriber, message } of deliveries)
          insert.run(subscriber, message.detailType, JSON.stringify(message.detail));
      }),
    /** The next one for a subscriber that does not wait at this instant; those that failed come after those that did not. */
    next: (subscriber: string, now: string): Delivery | undefined => {
      const row = first.get(subscriber, now);
      return row && Row.parse(row);
    },
    /** The instant at which the wait of one for any of these subscribers ends first. */
    waitsUntil: (subscribers: readonly string[]): string | undefined =>
      Waiting.parse(earliest.get(JSON.stringify(subscribers))).until ?? undefined,
    done: (id: number): void =>
      transaction(() => {
        remove.run(id);
        stopWaiting.run(id);
      }),
    /** @param until the instant before which it is not tried again; left out: at once */
    failed: (id: number, until?: string): void =>
      transaction(() => {
        count.run(id);
        if (until === undefined) stopWaiting.run(id);
        else wait.run(id, until);
      }),
    giveUp: (id: number, error: string, at: string): void =>
      transaction(() => {
        bury.run(error, at, id);
        remove.run(id);
        stopWaiting.run(id);
      }),
    /** Has every dead letter delivered anew, as if it had just come in. The answer: how many. */
    replay: (): number => {
      let replayed = 0;
      transaction(() => {
        replayed = Number(digUp.run().changes);
        clear.run();
      });
      return replayed;
    },
    dead: (): readonly DeadLetter[] => dead.all().map((row) => DeadRow.parse(row)),
  };
};
