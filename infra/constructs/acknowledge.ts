import { Stack, Validations } from 'aws-cdk-lib';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { IConstruct } from 'constructs';

/**
 * Says why something in this construct may stay as it is although a rule of AWS Solutions asks otherwise. Each
 * acknowledgement is for one rule; without it synth fails.
 */
export const acknowledge = (construct: IConstruct, rule: string, reason: string): void =>
  Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason });

/** The same for a permission whose resource has a wildcard: for exactly that resource and no other. */
export const acknowledgeWildcard = (construct: IConstruct, resource: string, reason: string): void =>
  acknowledge(construct, `IAM5[Resource::${flattenCfnReference(Stack.of(construct).resolve(resource))}]`, reason);
