import { executionArn, machineArn } from './resources.ts';

export interface MapItem {
  readonly Index: number;
  readonly Value: unknown;
}

/** Where one thread of an execution stands: the execution's own course, a Map's iteration or a Parallel's branch. */
export interface Standpoint {
  readonly execution: {
    readonly machine: string;
    readonly name: string;
    readonly input: unknown;
    readonly startedAt: string;
  };
  readonly state: string;
  readonly input: unknown;
  readonly enteredAt: string;
  /** Those of the outer scopes included: an inner scope reads them and cannot assign to them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Retries made in this state, by retrier. */
  readonly attempts: readonly number[];
  /** The item of the innermost Map around the state. */
  readonly item?: MapItem | undefined;
}

/** `$states.context` (Step Functions developer guide, "Context object"), with the names a local execution has. */
export const contextOf = (at: Standpoint, inside: { token?: string | undefined; item?: MapItem | undefined } = {}) => {
  const { machine, name, input, startedAt } = at.execution;
  const item = inside.item ?? at.item;
  return {
    Execution: { Id: executionArn(machine, name), Name: name, Input: input, StartTime: startedAt, RedriveCount: 0 },
    StateMachine: { Id: machineArn(machine), Name: machine },
    State: {
      Name: at.state,
      EnteredTime: at.enteredAt,
      RetryCount: at.attempts.reduce((sum, count) => sum + count, 0),
    },
    ...(inside.token === undefined ? {} : { Task: { Token: inside.token } }),
    ...(item === undefined ? {} : { Map: { Item: item } }),
  };
};
