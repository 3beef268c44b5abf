import { SQSClient } from '@aws-sdk/client-sqs';
import { createEvidenceRecords } from '#adapters/aws/dynamodb/evidence-records.ts';
import { againSoon } from '../_runtime/aws/again-soon.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { vaultOf } from '../_runtime/aws/vault.ts';
import { Env } from './env.ts';
import { create } from './hold-evidence.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = againSoon(
  new SQSClient({}),
  create({
    ...trailsOf(env, table),
    evidence: createEvidenceRecords(table),
    vault: vaultOf(env),
  }),
);
