import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { IntegrationPattern, type IStateMachine, TaskInput, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { NonconformityInput } from '#contracts/tasks.ts';
import { jsonata, type Payload } from './jsonata.ts';
import { invocationRetry, startRetry } from './retry.ts';

const SECONDS_A_DAY = 86_400;
/** An execution lives a year at most (a limit of Step Functions). By this age it has ended or continued as new. */
const OLDEST_DAYS = 300;
/** A wait that is entered at the very end of that time is still a wait, and then continues as new. */
const SHORTEST_WAIT_SECONDS = 60;

/**
 * The seconds that are left of the 300 days. Counted from the start of the execution and not of the wait: three waits
 * of 300 days each would outlive the year.
 */
const timeLeft = jsonata(
  `$max([${SHORTEST_WAIT_SECONDS}, ${OLDEST_DAYS * SECONDS_A_DAY} - $floor((` +
    '$toMillis($states.context.State.EnteredTime) - $toMillis($states.context.Execution.StartTime)) / 1000)])',
);

const fieldsOf = (holder: string, fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field, jsonata(`${holder}.${field}`)]));

/** A call of a function. `answer` names the fields of its answer that the machine goes on with. */
export const call = <In extends object, Out extends object = never>(
  scope: Construct,
  name: string,
  { callee, payload, answer }: { callee: IFunction; payload: Payload<In>; answer: readonly (keyof Out & string)[] },
): LambdaInvoke => {
  const task = LambdaInvoke.jsonata(scope, name, {
    lambdaFunction: callee,
    payload: TaskInput.fromObject(payload),
    outputs: fieldsOf('$states.result.Payload', answer),
    retryOnServiceExceptions: false,
  });
  task.addRetry(invocationRetry);
  return task;
};

/**
 * A wait by task token: `waiter` takes the token down, and whoever resumes it answers with the fields `answer`.
 * Ends in `States.Timeout` when the execution has grown old.
 */
export const wait = <In extends { readonly token: string }, Out extends object>(
  scope: Construct,
  name: string,
  {
    waiter,
    payload,
    answer,
  }: { waiter: IFunction; payload: Payload<Omit<In, 'token'>>; answer: readonly (keyof Out & string)[] },
): LambdaInvoke => {
  const task = LambdaInvoke.jsonata(scope, name, {
    lambdaFunction: waiter,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({ ...payload, token: jsonata('$states.context.Task.Token') }),
    outputs: fieldsOf('$states.result', answer),
    taskTimeout: Timeout.jsonata(timeLeft),
    retryOnServiceExceptions: false,
  });
  task.addRetry(invocationRetry);
  return task;
};

/** Starts an execution of `nonconformity`. `finding`, `epoch` and `step` are JSONata. */
export const startNonconformity = (
  scope: Construct,
  name: string,
  { machine, input }: { machine: IStateMachine; input: Readonly<Record<keyof NonconformityInput, string>> },
): StepFunctionsStartExecution => {
  const task = StepFunctionsStartExecution.jsonata(scope, name, {
    stateMachine: machine,
    name: jsonata(`'nc-' & ${input.finding} & '-e' & $string(${input.epoch})`),
    input: TaskInput.fromObject({
      finding: jsonata(input.finding),
      epoch: jsonata(input.epoch),
      step: jsonata(input.step),
    } satisfies Payload<NonconformityInput>),
    outputs: jsonata('$states.input'),
  });
  task.addRetry(startRetry);
  return task;
};
