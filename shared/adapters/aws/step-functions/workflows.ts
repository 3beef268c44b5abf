import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type ExecutionStatus,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { type ExecutionSummary, type MachineName, WorkflowFault, type Workflows } from '#ports/workflows.ts';
import { reasonOf } from '../../reason.ts';

export interface StepFunctions {
  readonly client: SFNClient;
  /** ARNs of the machines, or of an alias of them; those that this caller has to do with. */
  readonly machines: Readonly<Partial<Record<MachineName, string>>>;
}

/** `arn:aws:states:<region>:<account>:stateMachine:<machine>[:<alias>]` names no alias in its executions' ARNs. */
const executionArn = (machineArn: string, execution: string): string => {
  const [arn, partition, service, region, account, , machine] = machineArn.split(':');
  return [arn, partition, service, region, account, 'execution', machine, execution].join(':');
};

/** `PENDING_REDRIVE` is a status of a Map's child executions alone: none of ours. */
const statusOf = (status: ExecutionStatus | undefined): ExecutionSummary['status'] => {
  if (status === undefined || status === 'PENDING_REDRIVE') throw new WorkflowFault(`an execution is ${status}`);
  return status;
};

const fault = (what: string, cause: unknown): WorkflowFault =>
  new WorkflowFault(`${what} failed: ${reasonOf(cause)}`, { cause });

/** Standard machines on Step Functions. */
export const createWorkflows = ({ client, machines }: StepFunctions): Workflows => {
  const arnOf = (machine: MachineName): string => {
    const arn = machines[machine];
    if (arn === undefined) throw new WorkflowFault(`no ARN is known of the machine '${machine}'`);
    return arn;
  };

  return {
    start: async (machine, name, input) => {
      const stateMachineArn = arnOf(machine);
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
        return 'started';
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return 'already-exists';
        throw fault(`starting ${name}`, error);
      }
    },

    resume: async (token, output) => {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }));
        return 'resumed';
      } catch (error) {
        const dead = [TaskTimedOut, TaskDoesNotExist, InvalidToken].some((kind) => error instanceof kind);
        if (dead) return 'dead-token';
        throw fault('resuming an execution', error);
      }
    },

    describe: async (machine, name) => {
      const arn = executionArn(arnOf(machine), name);
      try {
        const { status } = await client.send(new DescribeExecutionCommand({ executionArn: arn }));
        return { name, machine, status: statusOf(status) };
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return undefined;
        throw error instanceof WorkflowFault ? error : fault(`looking at ${name}`, error);
      }
    },
  };
};
