import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { createEngine, type Engine, type EngineFault, type ExecutionRecord } from './engine.ts';
import type { AslDefinition } from './language.ts';

export const START = '2026-03-09T08:00:00.000Z';
export const INVOKE = `arn:\${AWS::Partition}:states:::lambda:invoke`;
export const INVOKE_WITH_TOKEN = `${INVOKE}.waitForTaskToken`;

type Functions = Record<string, (payload: never) => unknown>;

/** A machine of JSONata states, starting at the first. */
export const machineOf = (States: Record<string, unknown>, more: Record<string, unknown> = {}): AslDefinition => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(States)[0] ?? '',
  States,
  ...more,
});

export const invokeTask = (name: string, more: Record<string, unknown>) => ({
  Type: 'Task',
  Resource: INVOKE,
  Arguments: { FunctionName: `\${${name}}`, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  ...more,
});

export const tokenTask = (name: string, more: Record<string, unknown>) => ({
  Type: 'Task',
  Resource: INVOKE_WITH_TOKEN,
  Arguments: { FunctionName: `\${${name}}`, Payload: { token: '{% $states.context.Task.Token %}' } },
  ...more,
});

/** A Map over `items` of its input, which runs the states for each, starting at the first. */
export const mapOf = (States: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  Type: 'Map',
  Items: '{% $states.input.items %}',
  ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, StartAt: Object.keys(States)[0], States },
  End: true,
  ...more,
});

/** What a process leaves behind that is killed while it calls a function: a promise that nobody settles. */
export const never = (): Promise<never> => new Promise(() => undefined);

/** Tells of every transaction once it is kept. */
class WatchedDatabase extends DatabaseSync {
  onCommit: () => void = () => undefined;

  override exec(statements: string): void {
    super.exec(statements);
    if (statements.startsWith('RELEASE')) this.onCommit();
  }
}

/** An engine on a file of its own, on a clock that the test moves; `nonconformity` runs the machine on trial. */
export const createTrial = (
  machine: AslDefinition,
  functions: Functions = {},
  others: Record<string, AslDefinition> = {},
) => {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const file = join(folder, 'local.sqlite');
  let now = Date.parse(START);
  const clock = { now: () => new Date(now).toISOString() };
  const calls: { name: string; payload: unknown; at: string }[] = [];
  const faults: EngineFault[] = [];
  let timerChanges = 0;
  let present = { machine, functions };

  const open = (): { database: WatchedDatabase; engine: Engine } => {
    const database = new WatchedDatabase(file);
    const engine = createEngine({
      database,
      clock,
      machines: { nonconformity: present.machine, 'audit-intake': machineOf({ Done: { Type: 'Succeed' } }), ...others },
      invoke: async (name, payload) => {
        calls.push({ name, payload, at: clock.now() });
        const called = present.functions[name];
        if (called === undefined) throw new Error(`no function ${name}`);
        return called(payload as never);
      },
      onFault: (fault) => faults.push(fault),
      onTimersChanged: () => {
        timerChanges += 1;
      },
    });
    return { database, engine };
  };
  let opened = open();
  const close = (): void => {
    opened.engine.close();
    if (opened.database.isOpen) opened.database.close();
  };
  onTestFinished(() => {
    close();
    rmSync(folder, { recursive: true });
  });

  const execution = (name = 'run'): ExecutionRecord => {
    const found = opened.engine.executions().find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`no execution ${name}`);
    return found;
  };

  return {
    file,
    calls,
    faults,
    clock,
    execution,
    /** The task tokens that functions were called with. */
    tokens: () => calls.map(({ payload }) => z.object({ token: z.string() }).parse(payload).token),
    /** Stops the engine for good right after the given number of transactions from now. Answers whether it has. */
    killAfter: (commits: number): (() => boolean) => {
      const { database, engine } = opened;
      let left = commits;
      database.onCommit = () => {
        left -= 1;
        if (left === 0) engine.close();
      };
      return () => left <= 0;
    },
    timerChanges: () => timerChanges,
    engine: () => opened.engine,
    database: () => opened.database,
    /** Starts the machine on trial and lets it go on as far as it can. */
    run: async (input: unknown = {}, name = 'run'): Promise<ExecutionRecord> => {
      await opened.engine.start('nonconformity', name, input);
      await opened.engine.settled();
      return execution(name);
    },
    /** Moves the clock on, firing every timer at its own instant. */
    advance: async (seconds: number): Promise<void> => {
      const target = now + seconds * 1000;
      await opened.engine.settled();
      for (;;) {
        const due = opened.engine.nextTimerAt();
        if (due === undefined || Date.parse(due) > target) break;
        now = Math.max(now, Date.parse(due));
        await opened.engine.fireDue();
      }
      now = target;
    },
    /** Moves the clock on and fires nothing, as when the process is down. */
    sleep: (seconds: number): void => {
      now += seconds * 1000;
    },
    /** A new engine on the file, with whatever changed meanwhile; the one before gets no chance to write any more. */
    restart: async (changed: Partial<typeof present> = {}): Promise<void> => {
      close();
      present = { ...present, ...changed };
      opened = open();
      await opened.engine.recover();
    },
  };
};

/** Waits until something that happens on its own has happened. */
export const until = async (holds: () => boolean): Promise<void> => {
  for (let round = 0; !holds(); round += 1) {
    if (round > 1000) throw new Error('it did not happen');
    await new Promise((resolve) => setImmediate(resolve));
  }
};
