import { SQSClient } from '@aws-sdk/client-sqs';
import { createEvidenceRecords } from '#adapters/aws/dynamodb/evidence-records.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { faultInContainer } from '#adapters/files/containers.ts';
import { realType } from '#adapters/files/real-type.ts';
import { sha256 } from '#adapters/runtime/sha256.ts';
import { againSoon } from '../_runtime/aws/again-soon.ts';
import { busOf } from '../_runtime/aws/bus.ts';
import { intakeOf } from '../_runtime/aws/intake.ts';
import { scanOf } from '../_runtime/aws/scan.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { vaultOf } from '../_runtime/aws/vault.ts';
import { create } from './check-evidence.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const table = tableOf(env);
const files = intakeOf(env);

export const handler = againSoon(
  new SQSClient({}),
  create({
    ...trailsOf(env, table),
    evidence: createEvidenceRecords(table),
    people: createPeople(table),
    files,
    vault: vaultOf(env),
    scan: scanOf(env, files),
    bus: busOf(env),
    policy: env.POLICY,
    faultInContainer,
    realType,
    sha256,
  }),
);
