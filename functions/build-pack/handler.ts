import { SQSClient } from '@aws-sdk/client-sqs';
import { createAccesses } from '#adapters/aws/dynamodb/accesses.ts';
import { createContents } from '#adapters/aws/dynamodb/contents.ts';
import { createEvidenceRecords } from '#adapters/aws/dynamodb/evidence-records.ts';
import { createNotices } from '#adapters/aws/dynamodb/notices.ts';
import { createPackJobs } from '#adapters/aws/dynamodb/pack-jobs.ts';
import { createRegister } from '#adapters/aws/dynamodb/register.ts';
import { canonical } from '#adapters/runtime/digest.ts';
import { systemRandom } from '#adapters/runtime/random.ts';
import { sha256 } from '#adapters/runtime/sha256.ts';
import { zip } from '#adapters/zip/zip.ts';
import { againSoon } from '../_runtime/aws/again-soon.ts';
import { packFilesOf } from '../_runtime/aws/packs.ts';
import { signerOf } from '../_runtime/aws/signer.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { vaultOf } from '../_runtime/aws/vault.ts';
import { create } from './build-pack.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = againSoon(
  new SQSClient({}),
  create({
    ...trailsOf(env, table),
    accesses: createAccesses({ ...table, random: systemRandom }),
    contents: createContents(table),
    evidence: createEvidenceRecords(table),
    notices: createNotices(table),
    packs: createPackJobs(table),
    register: createRegister(table),
    packFiles: packFilesOf(env),
    vault: vaultOf(env),
    signer: signerOf(env),
    organization: env.ORGANIZATION,
    canonical,
    sha256,
    zip,
  }),
);
