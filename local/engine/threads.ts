import { z } from 'zod';
import { type Inner, invocationSchema, outcomeSchema } from './move.ts';
import type { Tables } from './tables.ts';

/**
 * How far a thread has come with its state:
 * - `queued`: an inner thread that waits for its turn;
 * - `enter`, `outcome`, `invoke`: the engine goes on with it, also after a restart;
 * - `hold`: its task token was handed out; `wait`, `retry`: a timer brings it on; `fork`: its inner threads do;
 * - `done`: an inner thread that came to its end, with its output.
 */
const standing = z.discriminatedUnion('phase', [
  z.object({ phase: z.enum(['queued', 'enter', 'hold', 'wait', 'retry', 'fork']), detail: z.undefined().optional() }),
  z.object({ phase: z.literal('invoke'), detail: invocationSchema }),
  z.object({ phase: z.literal('outcome'), detail: outcomeSchema }),
  z.object({ phase: z.literal('done'), detail: z.unknown() }),
]);
export type Standing = z.infer<typeof standing>;

const json = z.string().transform((text): unknown => JSON.parse(text));
const optionalJson = z
  .string()
  .nullable()
  .transform((text): unknown => (text === null ? undefined : JSON.parse(text)));
const item = z.object({ Index: z.number(), Value: z.unknown() }).optional();

const threadRow = z
  .object({
    id: z.number(),
    execution: z.number(),
    parent: z.number().nullable(),
    state: z.string(),
    enteredAt: z.string(),
    input: json,
    variables: json.pipe(z.record(z.string(), z.unknown())),
    item: optionalJson.pipe(item),
    attempts: json.pipe(z.array(z.number())),
    phase: z.string(),
    detail: optionalJson,
  })
  .transform(({ phase, detail, ...row }) => ({ ...row, standing: standing.parse({ phase, detail }) }));
export type Thread = z.infer<typeof threadRow>;

const timerRow = z.object({
  due: z.number(),
  kind: z.enum(['wait', 'retry', 'task-timeout', 'heartbeat', 'execution-timeout']),
  execution: z.number(),
  thread: z.number().nullable(),
});
/** `due`: milliseconds since 1970-01-01T00:00Z. */
export type Timer = z.infer<typeof timerRow>;

const COLUMNS =
  'id, execution, parent, state, entered_at AS enteredAt, input, variables, item, attempts, phase, detail';

const ids = (rows: readonly Record<string, unknown>[]): readonly number[] => rows.map((row) => Number(row.id));

export type Threads = ReturnType<typeof createThreads>;

/** Threads and their timers. */
export const createThreads = ({ sql }: Tables) => {
  return {
    get: (id: number): Thread | undefined => {
      const row = sql(`SELECT ${COLUMNS} FROM engine_thread WHERE id = ?`).get(id);
      return row === undefined ? undefined : threadRow.parse(row);
    },

    byToken: (token: string): Thread | undefined => {
      const row = sql(`SELECT ${COLUMNS} FROM engine_thread WHERE token = ?`).get(token);
      return row === undefined ? undefined : threadRow.parse(row);
    },

    insert: (execution: number, inner: Inner, place: { parent?: Thread; slot: number; at: string }): number =>
      Number(
        sql(
          `INSERT INTO engine_thread (execution, parent, slot, state, entered_at, input, variables, item, attempts, phase)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, '[]', 'queued')`,
        ).run(
          execution,
          place.parent?.id ?? null,
          place.slot,
          inner.startAt,
          place.at,
          JSON.stringify(inner.input),
          JSON.stringify(place.parent?.variables ?? {}),
          JSON.stringify(inner.item ?? place.parent?.item) ?? null,
        ).lastInsertRowid,
      ),

    /** The thread stands at the beginning of a state. */
    moveTo: (id: number, to: { state: string; input: unknown; variables: unknown; at: string }): void => {
      sql(
        `UPDATE engine_thread SET state = ?, input = ?, variables = ?, entered_at = ?, attempts = '[]', phase = 'enter',
         detail = NULL WHERE id = ?`,
      ).run(to.state, JSON.stringify(to.input), JSON.stringify(to.variables), to.at, id);
    },

    /** The thread comes to another phase of its state. Timers end with the phase; so does the token, unless it is given. */
    stand: (id: number, { phase, detail }: Standing, token?: string): void => {
      sql('DELETE FROM engine_timer WHERE thread = ?').run(id);
      sql('UPDATE engine_thread SET phase = ?, detail = ?, token = ? WHERE id = ?').run(
        phase,
        JSON.stringify(detail) ?? null,
        token ?? null,
        id,
      );
    },

    /** A token's function has returned: the thread waits on, with its token and timers as they are. */
    hold: (id: number): void => {
      sql(`UPDATE engine_thread SET phase = 'hold', detail = NULL WHERE id = ?`).run(id);
    },

    countAttempts: (id: number, attempts: readonly number[]): void => {
      sql('UPDATE engine_thread SET attempts = ? WHERE id = ?').run(JSON.stringify(attempts), id);
    },

    firstQueued: (parent: number): Thread | undefined => {
      const row = sql(
        `SELECT ${COLUMNS} FROM engine_thread WHERE parent = ? AND phase = 'queued' ORDER BY slot LIMIT 1`,
      ).get(parent);
      return row === undefined ? undefined : threadRow.parse(row);
    },

    areDone: (parent: number): boolean =>
      sql(`SELECT 1 FROM engine_thread WHERE parent = ? AND phase <> 'done' LIMIT 1`).get(parent) === undefined,

    /** What the inner threads came to, in the order of their items or branches. */
    outputs: (parent: number): readonly unknown[] =>
      sql('SELECT detail FROM engine_thread WHERE parent = ? ORDER BY slot')
        .all(parent)
        .map((row) => optionalJson.parse(row.detail)),

    /** Removes all threads inside this one, at any depth, with their timers. Answers with their ids. */
    removeInner: (parent: number): readonly number[] => {
      const inner = `WITH RECURSIVE inside (id) AS (
        SELECT id FROM engine_thread WHERE parent = ? UNION SELECT t.id FROM engine_thread t JOIN inside ON t.parent = inside.id)`;
      sql(`${inner} DELETE FROM engine_timer WHERE thread IN (SELECT id FROM inside)`).run(parent);
      return ids(
        sql(`${inner} DELETE FROM engine_thread WHERE id IN (SELECT id FROM inside) RETURNING id`).all(parent),
      );
    },

    removeAll: (execution: number): readonly number[] => {
      sql('DELETE FROM engine_timer WHERE execution = ?').run(execution);
      return ids(sql('DELETE FROM engine_thread WHERE execution = ? RETURNING id').all(execution));
    },

    /** The threads that go on by themselves. */
    toGoOn: (): readonly number[] =>
      ids(sql(`SELECT id FROM engine_thread WHERE phase IN ('enter', 'invoke', 'outcome') ORDER BY id`).all()),

    setTimer: ({ due, kind, execution, thread }: Timer): void => {
      sql('INSERT INTO engine_timer (due, kind, execution, thread) VALUES (?, ?, ?, ?)').run(
        due,
        kind,
        execution,
        thread,
      );
    },

    nextDue: (): number | undefined => {
      const due = sql('SELECT min(due) AS due FROM engine_timer').get()?.due;
      return typeof due === 'number' ? due : undefined;
    },

    /** Takes away the timer of this instant that was set first. */
    takeTimer: (due: number): Timer | undefined => {
      const row = sql(
        `DELETE FROM engine_timer WHERE id = (SELECT id FROM engine_timer WHERE due = ? ORDER BY id LIMIT 1)
         RETURNING due, kind, execution, thread`,
      ).get(due);
      return row === undefined ? undefined : timerRow.parse(row);
    },
  };
};
