import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '#ports/clock.ts';
import type { Definitions } from './definitions.ts';
import type { Ending, Execution, Executions } from './executions.ts';
import type { Failure } from './failure.ts';
import type { Machine } from './machine.ts';
import type { Move, Outcome } from './move.ts';
import { executionArn, isExecutionName } from './resources.ts';
import type { Thread, Threads, Timer } from './threads.ts';

/** What a transaction did to threads: those that can go on now, and those that are no more. */
export interface Changes {
  readonly woken: Set<number>;
  readonly dropped: Set<number>;
}

export interface ProgressDependencies {
  readonly executions: Executions;
  readonly threads: Threads;
  readonly definitions: Definitions;
  readonly clock: Clock;
}

/** Seconds a standard execution may take (Step Functions quotas, "Maximum execution time": 1 year). */
const LONGEST_EXECUTION = 365 * 86_400;

const result = (value: unknown): Outcome => ({ kind: 'result', result: value });
const failed = (failure: Failure): Outcome => ({ kind: 'failure', failure });
const timedOut = (error: string): Outcome => failed({ Error: error, Cause: '' });

/** Carries out moves and outside events on the stored executions. Every function is part of a transaction. */
export const createProgress = ({ executions, threads, definitions, clock }: ProgressDependencies) => {
  const record = (execution: number, type: string, state?: string): void =>
    executions.record(execution, { at: clock.now(), type, state });

  const typeOf = (machine: Machine, state: string): string => machine.states.get(state)?.Type ?? '';

  const enter = (
    thread: Pick<Thread, 'id' | 'execution'>,
    machine: Machine,
    to: Pick<Thread, 'state' | 'input' | 'variables'>,
  ): void => {
    threads.moveTo(thread.id, { ...to, at: clock.now() });
    executions.countTransition(thread.execution);
    record(thread.execution, `${typeOf(machine, to.state)}StateEntered`, to.state);
  };

  const exit = (thread: Thread, machine: Machine): void =>
    record(thread.execution, `${typeOf(machine, thread.state)}StateExited`, thread.state);

  const endExecution = (id: number, ending: Ending, changes: Changes): void => {
    executions.end(id, ending, clock.now());
    for (const thread of threads.removeAll(id)) changes.dropped.add(thread);
    const types = {
      SUCCEEDED: 'ExecutionSucceeded',
      FAILED: 'ExecutionFailed',
      TIMED_OUT: 'ExecutionTimedOut',
    } as const;
    record(id, types[ending.status]);
  };

  const settle = (thread: Pick<Thread, 'id'>, outcome: Outcome, changes: Changes): void => {
    threads.stand(thread.id, { phase: 'outcome', detail: outcome });
    changes.woken.add(thread.id);
  };

  /** The work of a Task came out, by its function or from outside. */
  const settleTask = (thread: Thread, outcome: Outcome, changes: Changes): void => {
    const error = outcome.kind === 'failure' ? outcome.failure.Error : undefined;
    const isTimeout = error === 'States.Timeout' || error === 'States.HeartbeatTimeout';
    record(
      thread.execution,
      error === undefined ? 'TaskSucceeded' : isTimeout ? 'TaskTimedOut' : 'TaskFailed',
      thread.state,
    );
    settle(thread, outcome, changes);
  };

  const joinParent = (parent: number, outcome: Outcome, changes: Changes): void => {
    for (const inner of threads.removeInner(parent)) changes.dropped.add(inner);
    settle({ id: parent }, outcome, changes);
  };

  const end = (thread: Thread, machine: Machine, output: unknown, changes: Changes): void => {
    exit(thread, machine);
    if (thread.parent === null) {
      endExecution(thread.execution, { status: 'SUCCEEDED', output }, changes);
      return;
    }
    threads.stand(thread.id, { phase: 'done', detail: output });
    const following = threads.firstQueued(thread.parent);
    if (following !== undefined) {
      enter(following, machine, following);
      changes.woken.add(following.id);
    } else if (threads.areDone(thread.parent)) {
      joinParent(thread.parent, result(threads.outputs(thread.parent)), changes);
    }
  };

  const fail = (thread: Thread, machine: Machine, failure: Failure, changes: Changes): void => {
    if (thread.parent === null) {
      endExecution(thread.execution, { status: 'FAILED', failure }, changes);
      return;
    }
    const outer = threads.get(thread.parent)?.state ?? '';
    record(thread.execution, `${typeOf(machine, outer)}StateFailed`, outer);
    joinParent(thread.parent, failed(failure), changes);
  };

  const fork = (thread: Thread, machine: Machine, move: Extract<Move, { kind: 'fork' }>, changes: Changes): void => {
    threads.stand(thread.id, { phase: 'fork' });
    const inserted = move.threads.map((inner, slot) => {
      const id = threads.insert(thread.execution, inner, { parent: thread, slot, at: clock.now() });
      return { id, execution: thread.execution, state: inner.startAt, input: inner.input, variables: thread.variables };
    });
    for (const inner of inserted.slice(0, move.concurrency)) {
      enter(inner, machine, inner);
      changes.woken.add(inner.id);
    }
  };

  const invoke = (thread: Thread, move: Extract<Move, { kind: 'invoke' }>): void => {
    threads.stand(thread.id, { phase: 'invoke', detail: move.invocation }, move.token);
    const timer = { execution: thread.execution, thread: thread.id };
    if (move.timeoutAt !== undefined) threads.setTimer({ ...timer, kind: 'task-timeout', due: move.timeoutAt });
    if (move.heartbeatAt !== undefined) threads.setTimer({ ...timer, kind: 'heartbeat', due: move.heartbeatAt });
    record(thread.execution, 'TaskScheduled', thread.state);
  };

  const begin = (machineName: string, name: string, input: unknown, changes: Changes): Execution => {
    const definition = definitions.keep(machineName);
    const machine = definitions.of(definition);
    const at = clock.now();
    const execution = executions.insert({ machine: machineName, name, definition, input, startedAt: at });
    const due = Date.parse(at) + Math.min(machine.timeoutSeconds ?? LONGEST_EXECUTION, LONGEST_EXECUTION) * 1000;
    threads.setTimer({ due, kind: 'execution-timeout', execution, thread: null });
    record(execution, 'ExecutionStarted');
    const id = threads.insert(execution, { startAt: machine.startAt, input }, { slot: 0, at });
    enter({ id, execution }, machine, { state: machine.startAt, input, variables: {} });
    changes.woken.add(id);
    return executions.get(execution);
  };

  /**
   * A Task's StartExecution: with the name and the input of an execution that runs it is answered as that one was; any
   * other name that was used is refused (StartExecution, Step Functions API reference).
   */
  const start = (
    { failurePrefix, machine, name, input }: Extract<Move, { kind: 'start' }>,
    changes: Changes,
  ): Outcome => {
    const refuse = (error: string, cause: string) => failed({ Error: `${failurePrefix}.${error}`, Cause: cause });
    if (!definitions.isMachine(machine))
      return refuse('StateMachineDoesNotExistException', `State Machine Does Not Exist: '${machine}'`);
    if (!isExecutionName(name)) return refuse('InvalidNameException', `Invalid Name: '${name}'`);
    const arn = executionArn(machine, name);
    const known = executions.find(machine, name);
    const isSame = known?.status === 'RUNNING' && isDeepStrictEqual(known.input, input);
    if (known !== undefined && !isSame)
      return refuse('ExecutionAlreadyExistsException', `Execution Already Exists: '${arn}'`);
    const execution = known ?? begin(machine, name, input, changes);
    return result({ ExecutionArn: arn, StartDate: execution.startedAt });
  };

  const apply = (thread: Thread, machine: Machine, move: Move, changes: Changes): void => {
    switch (move.kind) {
      case 'next':
        exit(thread, machine);
        enter(thread, machine, move);
        break;
      case 'end':
        end(thread, machine, move.output, changes);
        break;
      case 'fail':
        fail(thread, machine, move.failure, changes);
        break;
      case 'outcome':
        if (typeOf(machine, thread.state) === 'Task') settleTask(thread, move.outcome, changes);
        else settle(thread, move.outcome, changes);
        break;
      case 'wait':
        threads.stand(thread.id, { phase: 'wait' });
        threads.setTimer({ due: move.until, kind: 'wait', execution: thread.execution, thread: thread.id });
        break;
      case 'retry':
        threads.stand(thread.id, { phase: 'retry' });
        threads.countAttempts(thread.id, move.attempts);
        threads.setTimer({ due: move.at, kind: 'retry', execution: thread.execution, thread: thread.id });
        break;
      case 'invoke':
        invoke(thread, move);
        break;
      case 'hold':
        threads.hold(thread.id);
        record(thread.execution, 'TaskSubmitted', thread.state);
        break;
      case 'start':
        settleTask(thread, start(move, changes), changes);
        break;
      case 'fork':
        fork(thread, machine, move, changes);
        break;
    }
  };

  const fire = (timer: Timer, changes: Changes): void => {
    if (timer.kind === 'execution-timeout') {
      const failure = { Error: 'States.Timeout', Cause: '' };
      endExecution(timer.execution, { status: 'TIMED_OUT', failure }, changes);
    }
    const thread = timer.thread === null ? undefined : threads.get(timer.thread);
    if (thread === undefined) return;
    switch (timer.kind) {
      case 'wait':
        settle(thread, result(thread.input), changes);
        break;
      case 'task-timeout':
        settleTask(thread, timedOut('States.Timeout'), changes);
        break;
      case 'heartbeat':
        settleTask(thread, timedOut('States.HeartbeatTimeout'), changes);
        break;
      case 'retry':
        executions.countTransition(thread.execution);
        threads.stand(thread.id, { phase: 'enter' });
        changes.woken.add(thread.id);
    }
  };

  return { begin, apply, fire, settleTask, endExecution };
};
