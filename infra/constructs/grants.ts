import { Stack } from 'aws-cdk-lib';
import type { MachineName } from '#ports/workflows.ts';
import type { Access } from '../access.ts';
import type { Kept } from '../kept.ts';
import { executionArnOf, machineArnOf } from '../naming.ts';
import { acknowledgeWildcard } from './acknowledge.ts';
import { grantFiles } from './file-grants.ts';
import type { HouseFunction } from './house-function.ts';

export interface GrantResources {
  readonly prefix: string;
  readonly kept: Kept;
  readonly busArn: string;
  /** The SES identity and configuration set that mail is sent by. */
  readonly mailArns: readonly string[];
}

/** The partition keys of the parts of the table that `access.ts` names. */
const partitions = {
  findings: 'NC#*',
  audits: 'AUDIT#*',
  people: 'PEOPLE',
  sweep: 'SWEEP',
  links: 'LINK#*',
  digests: 'DIGEST#*',
  suppressions: 'SUPPRESSED',
  webhooks: 'WEBHOOKS',
} as const;
const parts = [
  'findings',
  'audits',
  'people',
  'sweep',
  'links',
  'digests',
  'suppressions',
  'webhooks',
] as const satisfies readonly (keyof typeof partitions)[];

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

/** The customer-managed key, through the services that hold what it encrypts and in no other way. */
const grantKey = (house: HouseFunction, access: Access, { kept: { keyArn } }: GrantResources): void => {
  if (keyArn === undefined) return;
  const { region } = Stack.of(house);
  const files = access.intake || access.vault || access.packs;
  const services = ['dynamodb', ...(files ? ['s3'] : [])].map((service) => `${service}.${region}.amazonaws.com`);
  house.allow(['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'], [keyArn], {
    StringEquals: { 'kms:ViaService': services },
  });
};

/** The key that packs are signed with: signatures of digests, by the one algorithm there is for it here. */
const grantSigningKey = (house: HouseFunction, { signingKey }: Access, { kept }: GrantResources): void => {
  if (!signingKey) return;
  house.allow(['kms:GetPublicKey'], [kept.signingKeyArn]);
  if (signingKey === 'show') return;
  house.allow(['kms:Sign'], [kept.signingKeyArn], {
    StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'DIGEST' },
  });
};

/** The key that the secrets of webhooks follow from: codes by the one algorithm there is for it. */
const grantWebhookKey = (house: HouseFunction, { webhookSecrets }: Access, { kept }: GrantResources): void => {
  if (!webhookSecrets) return;
  house.allow(['kms:GenerateMac'], [kept.webhookKeyArn], {
    StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' },
  });
};

/** SES keeps one list of addresses for the whole account, which has no ARN. */
const grantAddresses = (house: HouseFunction): void => {
  house.allow(['ses:DeleteSuppressedDestination'], ['*']);
  acknowledgeWildcard(
    house.role,
    '*',
    'SES keeps one list of suppressed addresses for the account: it is no resource.',
  );
};

/** Gives a function what `access.ts` says, and nothing else. */
export const grant = (house: HouseFunction, access: Access, resources: GrantResources): void => {
  grantItems(house, access, resources);
  grantMachines(house, access, resources);
  grantFiles(house, access, resources.kept);
  grantSigningKey(house, access, resources);
  grantWebhookKey(house, access, resources);
  grantKey(house, access, resources);
  if (access.publishes) house.allow(['events:PutEvents'], [resources.busArn]);
  if (access.takesUpAddresses) grantAddresses(house);
  if (access.sendsMail) house.allow(['ses:SendEmail', 'ses:SendRawEmail'], resources.mailArns);
};
