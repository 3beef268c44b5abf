import { fileURLToPath } from 'node:url';
import { App, Stack } from 'aws-cdk-lib';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  CfnStateMachine,
  DefinitionBody,
  type IChainable,
  QueryLanguage,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import * as z from 'zod';
import type { MachineName } from '#ports/workflows.ts';
import { auditIntake, auditIntakeFunctions } from '#workflows/audit-intake/definition.ts';
import { nonconformity, nonconformityFunctions } from '#workflows/nonconformity/definition.ts';
import { type Generated, settle } from './drift.ts';
import { machineDiagram } from './machine-diagram.ts';

/*
 * Writes `workflows/<machine>/<machine>.asl.json` and `.mmd` from the definitions that the CDK stack deploys.
 * `node scripts/generate/asl.ts [--check]`
 */

const Definition = z.looseObject({
  StartAt: z.string(),
  States: z.record(z.string(), z.looseObject({ Type: z.string() })),
});
export type Definition = z.infer<typeof Definition>;

/** CloudFormation's own way to put a text together, with nothing but the partition left open. */
const Joined = z.object({
  'Fn::Join': z.tuple([z.literal(''), z.array(z.union([z.string(), z.object({ Ref: z.literal('AWS::Partition') })]))]),
});

const anywhere = { region: 'eu-central-1', account: '000000000000' };
const arnOf = (service: string, resource: string): string =>
  `arn:aws:${service}:${anywhere.region}:${anywhere.account}:${resource}`;

/** ARNs become placeholders: `${await-step}` for a function, `${nonconformity}` for a machine. */
const withPlaceholders = (text: string): string =>
  text.replace(/arn:aws:(?:lambda|states):[a-z0-9-]+:\d{12}:(?:function|stateMachine):([a-z-]+)/g, '$${$1}');

const namesOf = <Name extends string, T>(names: readonly Name[], make: (name: Name) => T): Record<Name, T> =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, T>;

const definitionsIn = (stack: Stack): Record<MachineName, (scope: Stack) => IChainable> => {
  const machine = StateMachine.fromStateMachineArn(
    stack,
    'Nonconformity',
    arnOf('states', 'stateMachine:nonconformity'),
  );
  const functionNamed = (name: string) =>
    LambdaFunction.fromFunctionArn(stack, `Function ${name}`, arnOf('lambda', `function:${name}`));
  return {
    nonconformity: (scope) =>
      nonconformity(scope, { functions: namesOf(nonconformityFunctions, functionNamed), self: machine }),
    'audit-intake': (scope) =>
      auditIntake(scope, { functions: namesOf(auditIntakeFunctions, functionNamed), nonconformity: machine }),
  };
};

/** The definition of a machine as plain ASL. */
export const aslOf = (name: MachineName): Definition => {
  const stack = new Stack(new App({ analyticsReporting: false }), name, { env: anywhere });
  const machine = new StateMachine(stack, 'Machine', {
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(definitionsIn(stack)[name](stack)),
  });
  const resource = machine.node.defaultChild;
  if (!CfnStateMachine.isCfnStateMachine(resource))
    throw new TypeError(`${name} has no AWS::StepFunctions::StateMachine`);
  const {
    'Fn::Join': [, parts],
  } = Joined.parse(stack.resolve(resource.definitionString));
  const text = parts.map((part) => (typeof part === 'string' ? part : 'aws')).join('');
  return Definition.parse(JSON.parse(withPlaceholders(text)));
};

const machineNames = ['nonconformity', 'audit-intake'] as const satisfies readonly MachineName[];

export const generatedMachines = (): Generated =>
  Object.fromEntries(
    machineNames.flatMap((name) => {
      const asl = aslOf(name);
      const path = fileURLToPath(new URL(`../../workflows/${name}/${name}`, import.meta.url));
      return [
        [`${path}.asl.json`, `${JSON.stringify(asl, undefined, 2)}\n`],
        [`${path}.mmd`, machineDiagram(asl)],
      ];
    }),
  );

if (import.meta.main) {
  process.exitCode = settle(generatedMachines(), process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
}
