import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '#ports/clock.ts';
import { type MachineName, type ResumeOutcome, WorkflowFault, type Workflows } from '#ports/workflows.ts';
import { createDefinitions } from './definitions.ts';
import { createExecutions, type Execution, type HistoryEvent } from './executions.ts';
import { failureOfInvocation } from './failure.ts';
import { createInterpreter } from './interpreter.ts';
import type { AslDefinition } from './language.ts';
import type { Machine } from './machine.ts';
import type { Invocation, Move, Outcome } from './move.ts';
import { type Changes, createProgress } from './progress.ts';
import { isExecutionName } from './resources.ts';
import { createScheduler } from './scheduler.ts';
import { openTables } from './tables.ts';
import { createThreads, type Thread } from './threads.ts';

export interface EngineOptions {
  /** The local system's database; the engine's tables begin with `engine_`. Closing it is its owner's. */
  readonly database: DatabaseSync;
  readonly clock: Clock;
  /** The generated definitions. */
  readonly machines: Readonly<Record<MachineName, AslDefinition>>;
  /** Calls a function by name, as Lambda would: it may be called again after a restart (at least once). */
  readonly invoke: (functionName: string, payload: unknown) => Promise<unknown>;
  /** Told of an error of the engine itself; the execution it met has ended FAILED. */
  readonly onFault?: (fault: EngineFault) => void;
  /** Told when `nextTimerAt` has changed, so that the host can arm its alarm anew. */
  readonly onTimersChanged?: () => void;
}

export interface EngineFault {
  readonly execution: string | undefined;
  readonly state: string | undefined;
  readonly error: unknown;
}

export type ExecutionRecord = Omit<Execution, 'id' | 'definition' | 'events'> & {
  /** The state the execution is in, while it runs. */
  readonly currentState: string | undefined;
};

export interface Engine extends Workflows {
  /** Ends the token's wait with an error, which the state's Retry and Catch then meet. */
  fail(token: string, error: string, cause: string): Promise<ResumeOutcome>;
  /** The latest events of the execution, oldest first. */
  history(name: string): readonly HistoryEvent[];
  /** All executions, in the order they were started. */
  executions(): readonly ExecutionRecord[];
  /**
   * The earliest instant, ISO 8601, at which a wait, a timeout or a retry is due. What still goes on may set an earlier
   * one: who moves a virtual clock by it awaits `settled()` first.
   */
  nextTimerAt(): string | undefined;
  /**
   * Fires every timer that is due by now: all of one instant, then, when no execution can go on, those of the next. May
   * be called while an earlier call is under way; a host must not hold one back for the other, since the timeout of a
   * function that hangs is itself a timer.
   */
  fireDue(): Promise<void>;
  /** After a restart: lets every running execution go on where it stood. Missed timers are for `fireDue`. */
  recover(): Promise<void>;
  /** Resolves when no execution can go on without an event from outside or a timer. */
  settled(): Promise<void>;
  /** Stops. Functions that still work are left to themselves; what they answer has no effect. */
  close(): void;
}

/** Events after which Step Functions ends an execution (quotas, "Maximum execution history size"). Stops endless loops. */
const EVENT_QUOTA = 25_000;

const jsonOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/**
 * The state machine engine of the local system. All state is in the database, written before it has effect; an engine
 * made on the file of one that was killed goes on after `recover()`.
 * @throws {UnsupportedDefinition} when a machine uses parts of the language that the engine does not run.
 */
export const createEngine = (options: EngineOptions): Engine => {
  const { database, clock, machines, invoke, onFault, onTimersChanged } = options;
  const tables = openTables(database);
  const executions = createExecutions(tables);
  const threads = createThreads(tables);
  const definitions = createDefinitions(machines, executions);
  const progress = createProgress({ executions, threads, definitions, clock });
  const interpreter = createInterpreter({ clock, newToken: () => randomBytes(32).toString('base64url') });
  let closed = false;

  /** One transaction, and then what follows from it. `self` goes on by its own run. */
  const commit = <T>(work: (changes: Changes) => T, self?: number): T => {
    const changes: Changes = { woken: new Set(), dropped: new Set() };
    const before = threads.nextDue();
    const value = tables.transaction(() => work(changes));
    for (const thread of changes.dropped) scheduler.drop(thread);
    for (const thread of changes.woken) if (thread !== self) scheduler.wake(thread);
    if (threads.nextDue() !== before) onTimersChanged?.();
    return value;
  };

  const call = async ({ functionName, payload, waitsForToken }: Invocation): Promise<Move> => {
    try {
      const answer = await invoke(functionName, payload);
      if (waitsForToken) return { kind: 'hold' };
      const result = { ExecutedVersion: '$LATEST', Payload: jsonOf(answer), StatusCode: 200 };
      return { kind: 'outcome', outcome: { kind: 'result', result } };
    } catch (thrown) {
      return { kind: 'outcome', outcome: { kind: 'failure', failure: failureOfInvocation(thrown) } };
    }
  };

  const moveOf = async (thread: Thread, execution: Execution, machine: Machine): Promise<Move | undefined> => {
    const { standing } = thread;
    if (standing.phase === 'invoke') return call(standing.detail);
    if (standing.phase === 'enter') return interpreter.enter(machine, { ...thread, execution });
    return standing.phase === 'outcome'
      ? interpreter.complete(machine, { ...thread, execution }, standing.detail)
      : undefined;
  };

  const endFailed = (thread: Thread, cause: string): void =>
    commit((changes) => {
      const failure = { Error: 'States.Runtime', Cause: cause };
      progress.endExecution(thread.execution, { status: 'FAILED', failure }, changes);
    });

  const goOn = async (id: number, isCurrent: () => boolean): Promise<void> => {
    let thread: Thread | undefined;
    let execution: Execution | undefined;
    const report = (error: unknown): void => onFault?.({ execution: execution?.name, state: thread?.state, error });
    try {
      while (isCurrent()) {
        const standing = threads.get(id);
        if (standing === undefined) return;
        thread = standing;
        execution = executions.get(thread.execution);
        if (execution.events >= EVENT_QUOTA) {
          endFailed(thread, `The execution reached the maximum number of history events (${EVENT_QUOTA}).`);
          return;
        }
        const machine = definitions.of(execution.definition);
        const move = await moveOf(thread, execution, machine);
        if (move === undefined || !isCurrent()) return;
        commit((changes) => progress.apply(standing, machine, move, changes), id);
      }
    } catch (error) {
      // What a run without effect stumbles over (a database closed meanwhile) concerns nobody.
      if (!isCurrent()) return;
      report(error);
      try {
        if (thread !== undefined) endFailed(thread, error instanceof Error ? error.message : String(error));
      } catch (second) {
        report(second);
      }
    }
  };
  const scheduler = createScheduler(goOn);

  const open = (): void => {
    if (closed) throw new WorkflowFault('the engine is closed');
  };

  const settleToken = (token: string, outcome: Outcome): ResumeOutcome => {
    open();
    return commit((changes) => {
      const thread = threads.byToken(token);
      if (thread === undefined) return 'dead-token';
      progress.settleTask(thread, outcome, changes);
      return 'resumed';
    });
  };

  return {
    start: async (machine, name, input) => {
      open();
      if (!definitions.isMachine(machine)) throw new WorkflowFault(`there is no machine '${machine}'`);
      if (!isExecutionName(name)) throw new WorkflowFault(`'${name}' is no name for an execution`);
      return commit((changes) => {
        if (executions.find(machine, name) !== undefined) return 'already-exists';
        progress.begin(machine, name, jsonOf(input), changes);
        return 'started';
      });
    },
    resume: async (token, output) => settleToken(token, { kind: 'result', result: jsonOf(output) }),
    fail: async (token, error, cause) =>
      settleToken(token, { kind: 'failure', failure: { Error: error, Cause: cause } }),
    describe: async (machine, name) => {
      const execution = executions.find(machine, name);
      return execution === undefined ? undefined : { name, machine, status: execution.status };
    },
    history: (name) => executions.history(name),
    executions: () => executions.list().map(({ id, definition, events, ...execution }) => execution),
    nextTimerAt: () => {
      const due = threads.nextDue();
      return due === undefined ? undefined : new Date(due).toISOString();
    },
    fireDue: async () => {
      const now = Date.parse(clock.now());
      while (!closed) {
        const due = threads.nextDue();
        if (due === undefined || due > now) break;
        commit((changes) => {
          for (let timer = threads.takeTimer(due); timer; timer = threads.takeTimer(due)) progress.fire(timer, changes);
        });
        await scheduler.settled();
      }
      await scheduler.settled();
    },
    recover: async () => {
      open();
      for (const thread of threads.toGoOn()) if (!scheduler.isBusy(thread)) scheduler.wake(thread);
    },
    settled: () => scheduler.settled(),
    close: () => {
      closed = true;
      scheduler.close();
    },
  };
};
