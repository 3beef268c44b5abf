import { ArnFormat, type Stack } from 'aws-cdk-lib';
import type { MachineName } from '#ports/workflows.ts';
import type { Config } from './config.ts';

/** The environment whose resources are named `redress-…` and no more. */
const mainEnvironment = 'production';

/** What the names of this environment's resources begin with. */
export const prefixOf = ({ environment }: Pick<Config, 'environment'>): string =>
  environment === mainEnvironment ? 'redress' : `redress-${environment}`;

/**
 * The ARN of a machine, known before the machine is made: machines call functions, functions start machines, and a
 * machine starts itself, so that none of them can wait for the other's ARN.
 */
export const machineArnOf = (stack: Stack, prefix: string, machine: MachineName): string =>
  stack.formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: `${prefix}-${machine}`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** The ARN of every execution of a machine whose name begins so. */
export const executionArnOf = (stack: Stack, prefix: string, machine: MachineName, begins: string): string =>
  stack.formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${prefix}-${machine}:${begins}*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
