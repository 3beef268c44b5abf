import { Stack } from 'aws-cdk-lib';
import type { MachineName } from '#ports/workflows.ts';
import type { Access } from '../access.ts';
import type { Kept } from '../kept.ts';
import { executionArnOf, machineArnOf } from '../naming.ts';
import { acknowledgeWildcard } from './acknowledge.ts';
import type { HouseFunction } from './house-function.ts';

export interface GrantResources {
  readonly prefix: string;
  readonly kept: Kept;
  readonly busArn: string;
  /** The SES identity and configuration set that mail is sent by. */
  readonly mailArns: readonly string[];
}

/** The partition keys of the parts of the table that `access.ts` names. */
const partitions = { findings: 'NC#*', audits: 'AUDIT#*', people: 'PEOPLE', sweep: 'SWEEP' } as const;
const parts = ['findings', 'audits', 'people', 'sweep'] as const satisfies readonly (keyof typeof partitions)[];

const grantItems = (house: HouseFunction, access: Access, { kept }: GrantResources): void => {
  const byActions = new Map<string, string[]>();
  for (const part of parts) {
    const actions = access[part]?.map((action) => `dynamodb:${action}`).join() ?? '';
    if (actions !== '') byActions.set(actions, [...(byActions.get(actions) ?? []), partitions[part]]);
  }
  for (const [actions, leadingKeys] of byActions) {
    house.allow(actions.split(','), [kept.table.arn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leadingKeys },
    });
  }
  const indexes = access.indexes?.map((name) => `${kept.table.arn}/index/${name}`) ?? [];
  if (indexes.length > 0) house.allow(['dynamodb:Query'], indexes);
};

const grantMachines = (house: HouseFunction, { machines }: Access, { prefix }: GrantResources): void => {
  if (!machines) return;
  const stack = Stack.of(house);
  const arnOf = (machine: MachineName) => machineArnOf(stack, prefix, machine);
  const both = [arnOf('nonconformity'), arnOf('audit-intake')];
  house.allow(['states:SendTaskSuccess'], both);
  if (machines === 'resume') return;
  house.allow(['states:StartExecution'], both);
  const ofFindings = executionArnOf(stack, prefix, 'nonconformity', 'nc-');
  const ofImports = executionArnOf(stack, prefix, 'audit-intake', 'intake-');
  house.allow(['states:DescribeExecution'], [ofFindings, ofImports]);
  acknowledgeWildcard(house.role, ofFindings, 'Executions of findings are named after them and come and go: nc-….');
  acknowledgeWildcard(house.role, ofImports, 'Executions of imports are named after them and come and go: intake-….');
};

const grantIntake = (house: HouseFunction, { intake: use }: Access, { kept: { intake } }: GrantResources): void => {
  const folder = (name: 'evidence' | 'reports') => `${intake.arn}/${name}/*`;
  const allowFolders = (actions: readonly string[], folders: readonly string[]): void => {
    house.allow(actions, folders);
    for (const each of folders) {
      acknowledgeWildcard(house.role, each, 'Uploaded files have random keys under this folder of the intake.');
    }
  };
  if (use === 'read-reports') allowFolders(['s3:GetObject'], [folder('reports')]);
  if (use !== 'grant') return;
  // Whoever signs an upload lends it their own right to put the object.
  allowFolders(['s3:PutObject', 's3:GetObject'], [folder('evidence'), folder('reports')]);
  // Without it S3 does not say that a file is not there yet.
  house.allow(['s3:ListBucket'], [intake.arn]);
};

/** The customer-managed key, through the services that hold what it encrypts and in no other way. */
const grantKey = (house: HouseFunction, access: Access, { kept: { keyArn } }: GrantResources): void => {
  if (keyArn === undefined) return;
  const { region } = Stack.of(house);
  const services = ['dynamodb', ...(access.intake ? ['s3'] : [])].map(
    (service) => `${service}.${region}.amazonaws.com`,
  );
  house.allow(['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'], [keyArn], {
    StringEquals: { 'kms:ViaService': services },
  });
};

/** Gives a function what `access.ts` says, and nothing else. */
export const grant = (house: HouseFunction, access: Access, resources: GrantResources): void => {
  grantItems(house, access, resources);
  grantMachines(house, access, resources);
  grantIntake(house, access, resources);
  grantKey(house, access, resources);
  if (access.publishes) house.allow(['events:PutEvents'], [resources.busArn]);
  if (access.sendsMail) house.allow(['ses:SendEmail', 'ses:SendRawEmail'], resources.mailArns);
};
