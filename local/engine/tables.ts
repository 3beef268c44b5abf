import type { DatabaseSync, StatementSync } from 'node:sqlite';

/**
 * An execution's threads exist while it runs; its events and its own row are kept. All that an execution needs to go on
 * is here: nothing of it lives in memory alone. Instants to sort by are milliseconds, others ISO 8601.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS engine_definition (hash TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS engine_execution (
    id INTEGER PRIMARY KEY, machine TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL, status TEXT NOT NULL,
    input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT, started_at TEXT NOT NULL, ended_at TEXT,
    transitions INTEGER NOT NULL DEFAULT 0, events INTEGER NOT NULL DEFAULT 0,
    UNIQUE (machine, name)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS engine_thread (
    id INTEGER PRIMARY KEY AUTOINCREMENT, execution INTEGER NOT NULL, parent INTEGER, slot INTEGER NOT NULL,
    state TEXT NOT NULL, entered_at TEXT NOT NULL, input TEXT NOT NULL, variables TEXT NOT NULL, item TEXT,
    attempts TEXT NOT NULL, phase TEXT NOT NULL, detail TEXT, token TEXT UNIQUE
  ) STRICT;
  CREATE INDEX IF NOT EXISTS engine_thread_of_execution ON engine_thread (execution);
  CREATE INDEX IF NOT EXISTS engine_thread_of_parent ON engine_thread (parent, slot);
  CREATE INDEX IF NOT EXISTS engine_thread_to_go_on ON engine_thread (id) WHERE phase IN ('enter', 'invoke', 'outcome');
  CREATE TABLE IF NOT EXISTS engine_timer (
    id INTEGER PRIMARY KEY AUTOINCREMENT, due INTEGER NOT NULL, kind TEXT NOT NULL, execution INTEGER NOT NULL, thread INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS engine_timer_by_due ON engine_timer (due, id);
  CREATE INDEX IF NOT EXISTS engine_timer_of_thread ON engine_timer (thread);
  CREATE INDEX IF NOT EXISTS engine_timer_of_execution ON engine_timer (execution);
  CREATE TABLE IF NOT EXISTS engine_event (
    execution INTEGER NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, type TEXT NOT NULL, state TEXT,
    PRIMARY KEY (execution, number)
  ) STRICT, WITHOUT ROWID;
`;

export interface Tables {
  /** The statement, prepared once. */
  sql(text: string): StatementSync;
  /** All of the work is kept, or, when it throws, none. Also inside a transaction that the host has open. */
  transaction<T>(work: () => T): T;
}

/**
 * Opens the engine's tables in the local system's database.
 *
 * Write-ahead log with `synchronous = NORMAL`: what is committed is with the operating system, so it outlives the end
 * of the process, kill -9 included. Only a loss of power may take the last commits (the file stays sound), and then the
 * reconciler starts what is missing; a disk flush at every state would cost milliseconds each for that alone.
 */
export const openTables = (database: DatabaseSync): Tables => {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec(TABLES);
  const statements = new Map<string, StatementSync>();
  return {
    sql: (text) => {
      const known = statements.get(text);
      if (known !== undefined) return known;
      const statement = database.prepare(text);
      statements.set(text, statement);
      return statement;
    },
    transaction: (work) => {
      database.exec('SAVEPOINT engine');
      try {
        const value = work();
        database.exec('RELEASE engine');
        return value;
      } catch (thrown) {
        database.exec('ROLLBACK TO engine; RELEASE engine');
        throw thrown;
      }
    },
  };
};
