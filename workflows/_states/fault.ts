import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type CatchProps, Errors, Fail, type State, TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { RecordFault } from '#contracts/tasks.ts';
import { given, jsonata, type Payload } from './jsonata.ts';
import { invocationRetry } from './retry.ts';

/** The record gets the beginning of a cause; the whole of it stands in the execution's history. */
const LONGEST_CAUSE = 2000;

/** What a state that meets a fault hands to "Record fault". */
interface Fault {
  readonly task: string;
  readonly error: string;
  readonly cause: string;
}

/** A fault that the machine itself found, such as a step it does not know. */
export const faultFound = (fault: Fault): Fault => fault;

/** Catches whatever the retries did not mend. */
export const faultCaught: CatchProps = {
  errors: [Errors.ALL],
  outputs: faultFound({
    task: jsonata('$states.context.State.Name'),
    error: jsonata('$states.errorOutput.Error'),
    // A timeout has no cause.
    cause: jsonata(`$substring($states.errorOutput.Cause ? $states.errorOutput.Cause : '', 0, ${LONGEST_CAUSE})`),
  }),
};

type Subject<R> = R extends unknown ? Omit<R, 'execution' | keyof Fault> : never;

/**
 * "Record fault", then "Faulted". The execution fails even when the fault cannot be put on the record, so that the
 * alarm on failed executions sounds either way. `subject` names the input fields by which the record is found.
 */
export const recordFault = <R extends RecordFault>(
  scope: Construct,
  recorder: IFunction,
  subject: readonly (keyof Subject<R> & string)[],
): State => {
  const passedOn = jsonata('$states.input');
  const faulted = Fail.jsonata(scope, 'Faulted', {
    error: jsonata('$states.input.error'),
    cause: jsonata("$states.input.task & ': ' & $states.input.cause"),
  });
  const fault = {
    execution: jsonata('$states.context.Execution.Name'),
    task: jsonata('$states.input.task'),
    error: jsonata('$states.input.error'),
    cause: jsonata('$states.input.cause'),
  } satisfies Payload<Fault & { execution: string }>;
  const record = LambdaInvoke.jsonata(scope, 'Record fault', {
    lambdaFunction: recorder,
    payload: TaskInput.fromObject({ ...Object.fromEntries(subject.map((field) => [field, given(field)])), ...fault }),
    outputs: passedOn,
    retryOnServiceExceptions: false,
  });
  record.addRetry(invocationRetry);
  record.addCatch(faulted, { errors: [Errors.ALL], outputs: passedOn });
  record.next(faulted);
  return record;
};
