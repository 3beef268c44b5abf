import { Duration } from 'aws-cdk-lib';
import { JitterType, type RetryProps } from 'aws-cdk-lib/aws-stepfunctions';

const patiently = {
  interval: Duration.seconds(2),
  maxAttempts: 6,
  backoffRate: 2,
  maxDelay: Duration.minutes(2),
  jitterStrategy: JitterType.FULL,
} as const satisfies RetryProps;

/**
 * Errors of an invocation that a later attempt may mend: the Lambda service's own, and those of our faults that say so
 * by their name. Whatever is not named here is not retried and goes to the Catch.
 */
export const invocationRetry: RetryProps = {
  ...patiently,
  errors: [
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
    'StoreFault',
    'IntakeFault',
    'WorkflowFault',
  ],
};

/** The same for starting an execution. */
export const startRetry: RetryProps = {
  ...patiently,
  errors: [
    'StepFunctions.ExecutionLimitExceeded',
    'StepFunctions.ExecutionLimitExceededException',
    'StepFunctions.SdkClientException',
    'StepFunctions.AWSStepFunctionsException',
  ],
};

/** Answered when an execution of this name was started before: what was wanted is done. */
export const alreadyStarted = 'StepFunctions.ExecutionAlreadyExistsException';
