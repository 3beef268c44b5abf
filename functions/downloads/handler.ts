import { createAccesses } from '#adapters/aws/dynamodb/accesses.ts';
import { createEvidenceRecords } from '#adapters/aws/dynamodb/evidence-records.ts';
import { createPackJobs } from '#adapters/aws/dynamodb/pack-jobs.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { systemRandom } from '#adapters/runtime/random.ts';
import { sha256 } from '#adapters/runtime/sha256.ts';
import { busOf } from '../_runtime/aws/bus.ts';
import { packFilesOf } from '../_runtime/aws/packs.ts';
import { signerOf } from '../_runtime/aws/signer.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { vaultOf } from '../_runtime/aws/vault.ts';
import { behindFront } from '../_runtime/front.ts';
import { create } from './downloads.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = behindFront(
  env.FRONT_SECRET,
  create({
    ...trailsOf(env, table),
    accesses: createAccesses({ ...table, random: systemRandom }),
    evidence: createEvidenceRecords(table),
    people: createPeople(table),
    packs: createPackJobs(table),
    packFiles: packFilesOf(env),
    vault: vaultOf(env),
    signer: signerOf(env),
    bus: busOf(env),
    random: systemRandom,
    sha256,
  }),
);
