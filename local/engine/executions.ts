import { z } from 'zod';
import type { Failure } from './failure.ts';
import type { Tables } from './tables.ts';

/** Events kept of each execution: its latest. */
export const HISTORY_KEPT = 1000;

const json = z.string().transform((text): unknown => JSON.parse(text));
const optional = <T extends z.ZodType>(schema: T) => z.union([schema, z.null().transform(() => undefined)]);

const executionRow = z.object({
  id: z.number(),
  machine: z.string(),
  name: z.string(),
  definition: z.string(),
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT']),
  input: json,
  output: optional(json),
  error: optional(z.string()),
  cause: optional(z.string()),
  startedAt: z.string(),
  endedAt: optional(z.string()),
  transitions: z.number(),
  events: z.number(),
});
export type Execution = z.infer<typeof executionRow>;
const listedRow = executionRow.extend({ currentState: optional(z.string()) });

const eventRow = z.object({ at: z.string(), type: z.string(), state: optional(z.string()) });
/** `type` as Step Functions names its history events; `state` where the event is one state's. */
export type HistoryEvent = z.infer<typeof eventRow>;

const COLUMNS = `e.id, e.machine, e.name, e.definition, e.status, e.input, e.output, e.error, e.cause,
  e.started_at AS startedAt, e.ended_at AS endedAt, e.transitions, e.events`;

export interface NewExecution {
  readonly machine: string;
  readonly name: string;
  readonly definition: string;
  readonly input: unknown;
  readonly startedAt: string;
}

export type Ending =
  | { readonly status: 'SUCCEEDED'; readonly output: unknown }
  | { readonly status: 'FAILED' | 'TIMED_OUT'; readonly failure: Failure };

export type Executions = ReturnType<typeof createExecutions>;

/** Executions, the definitions they run on and their events. */
export const createExecutions = ({ sql }: Tables) => ({
  insert: ({ machine, name, definition, input, startedAt }: NewExecution): number =>
    Number(
      sql(
        `INSERT INTO engine_execution (machine, name, definition, status, input, started_at)
         VALUES (?, ?, ?, 'RUNNING', ?, ?)`,
      ).run(machine, name, definition, JSON.stringify(input), startedAt).lastInsertRowid,
    ),

  find: (machine: string, name: string): Execution | undefined => {
    const row = sql(`SELECT ${COLUMNS} FROM engine_execution e WHERE machine = ? AND name = ?`).get(machine, name);
    return row === undefined ? undefined : executionRow.parse(row);
  },

  get: (id: number): Execution =>
    executionRow.parse(sql(`SELECT ${COLUMNS} FROM engine_execution e WHERE id = ?`).get(id)),

  /** Every execution with the state that its own thread is in, in the order they were started. */
  list: (): readonly (Execution & { currentState: string | undefined })[] =>
    sql(
      `SELECT ${COLUMNS}, t.state AS currentState FROM engine_execution e
       LEFT JOIN engine_thread t ON t.execution = e.id AND t.parent IS NULL ORDER BY e.id`,
    )
      .all()
      .map((row) => listedRow.parse(row)),

  end: (id: number, ending: Ending, endedAt: string): void => {
    const failure = ending.status === 'SUCCEEDED' ? undefined : ending.failure;
    const output = ending.status === 'SUCCEEDED' ? JSON.stringify(ending.output) : null;
    sql('UPDATE engine_execution SET status = ?, output = ?, error = ?, cause = ?, ended_at = ? WHERE id = ?').run(
      ending.status,
      output,
      failure?.Error ?? null,
      failure?.Cause ?? null,
      endedAt,
      id,
    );
  },

  /**
   * Step Functions bills a state transition "each time a step of your workflow is executed", and each retry as one more
   * (aws.amazon.com/step-functions/pricing): one for every state entered, those in a Map's iterations included, and one
   * for every retry.
   */
  countTransition: (id: number): void => {
    sql('UPDATE engine_execution SET transitions = transitions + 1 WHERE id = ?').run(id);
  },

  record: (id: number, { at, type, state }: HistoryEvent): void => {
    const counted = sql('UPDATE engine_execution SET events = events + 1 WHERE id = ? RETURNING events').get(id);
    const number = Number(counted?.events);
    sql('INSERT INTO engine_event (execution, number, at, type, state) VALUES (?, ?, ?, ?, ?)').run(
      id,
      number,
      at,
      type,
      state ?? null,
    );
    if (number > HISTORY_KEPT)
      sql('DELETE FROM engine_event WHERE execution = ? AND number <= ?').run(id, number - HISTORY_KEPT);
  },

  /** The events kept of the executions under one name, oldest first. */
  history: (name: string): readonly HistoryEvent[] =>
    sql(
      `SELECT v.at, v.type, v.state FROM engine_event v JOIN engine_execution e ON e.id = v.execution
       WHERE e.name = ? ORDER BY v.execution, v.number`,
    )
      .all(name)
      .map((row) => eventRow.parse(row)),

  keepDefinition: (hash: string, body: string): void => {
    sql('INSERT OR IGNORE INTO engine_definition (hash, body) VALUES (?, ?)').run(hash, body);
  },

  definition: (hash: string): unknown => {
    const row = sql('SELECT body FROM engine_definition WHERE hash = ?').get(hash);
    return json.parse(row?.body);
  },
});
