import { z } from 'zod';

/** What a Task does. `failurePrefix` begins the names of the service's own errors. */
export type Resource =
  | { readonly kind: 'invoke'; readonly waitsForToken: boolean }
  | { readonly kind: 'start-execution'; readonly failurePrefix: 'StepFunctions' | 'Sfn' };

const RESOURCES: ReadonlyMap<string, Resource> = new Map<string, Resource>([
  ['lambda:invoke', { kind: 'invoke', waitsForToken: false }],
  ['lambda:invoke.waitForTaskToken', { kind: 'invoke', waitsForToken: true }],
  ['states:startExecution', { kind: 'start-execution', failurePrefix: 'StepFunctions' }],
  ['aws-sdk:sfn:startExecution', { kind: 'start-execution', failurePrefix: 'Sfn' }],
]);

/** The resource an ARN names, whatever its partition (`aws`, `aws-cn`, or the token that CDK leaves for it). */
export const resourceOf = (arn: string): Resource | undefined => {
  const service = /^arn:(?:aws[a-z-]*|\$\{[^}]*\}):states:::(.+)$/.exec(arn)?.[1];
  return service === undefined ? undefined : RESOURCES.get(service);
};

/** The arguments in use, by kind of resource: as templates when a machine is loaded, as values when the task runs. */
export const argumentsOf = {
  invoke: z.strictObject({ FunctionName: z.string().min(1), Payload: z.unknown().optional() }),
  'start-execution': z.strictObject({
    StateMachineArn: z.string().min(1),
    Name: z.string().optional(),
    Input: z.unknown().optional(),
  }),
} as const;

const placeholder = (text: string): string | undefined => /^\$\{([^}:]+)\}(?::[^:]+)?$/.exec(text)?.[1];

/**
 * The function's name in a `FunctionName` argument: `${validate-submission}` (a placeholder of the generated
 * definition, with or without an alias), `arn:…:function:validate-submission:live`, or the plain name.
 */
export const functionNameOf = (argument: string): string =>
  placeholder(argument) ?? /:function:([^:]+)/.exec(argument)?.[1] ?? argument;

/** The machine's name in a `StateMachineArn` argument: a placeholder, `arn:…:stateMachine:nonconformity`, or the name. */
export const machineNameOf = (argument: string): string =>
  placeholder(argument) ?? /:stateMachine:([^:]+)/.exec(argument)?.[1] ?? argument;

export const machineArn = (machine: string): string => `arn:aws:states:local:000000000000:stateMachine:${machine}`;

export const executionArn = (machine: string, name: string): string =>
  `arn:aws:states:local:000000000000:execution:${machine}:${name}`;

/** An execution's name as Step Functions accepts it: up to 80 characters, without space, brackets, wildcards and signs. */
export const isExecutionName = (name: string): boolean => /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u.test(name);
