import { createAccesses } from '#adapters/aws/dynamodb/accesses.ts';
import { createContents } from '#adapters/aws/dynamodb/contents.ts';
import { createEvidenceRecords } from '#adapters/aws/dynamodb/evidence-records.ts';
import { createLinks } from '#adapters/aws/dynamodb/links.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { createRegister } from '#adapters/aws/dynamodb/register.ts';
import { systemRandom } from '#adapters/runtime/random.ts';
import { secrets } from '#adapters/runtime/secrets.ts';
import { calendarFilesOf } from '../_runtime/aws/calendar-files.ts';
import { intakeOf } from '../_runtime/aws/intake.ts';
import { mailOf } from '../_runtime/aws/mail.ts';
import { originOf } from '../_runtime/aws/s3.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { vaultOf } from '../_runtime/aws/vault.ts';
import { behindFront } from '../_runtime/front.ts';
import { Env } from './env.ts';
import { create } from './link-pages.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = behindFront(
  env.FRONT_SECRET,
  create({
    ...trailsOf(env, table),
    ...mailOf(env),
    ...calendarFilesOf(env),
    accesses: createAccesses({ ...table, random: systemRandom }),
    contents: createContents(table),
    evidence: createEvidenceRecords(table),
    links: createLinks(table),
    people: createPeople(table),
    register: createRegister(table),
    files: intakeOf(env),
    vault: vaultOf(env),
    fileOrigins: [env.INTAKE_BUCKET, env.VAULT_BUCKET].map(originOf),
    policy: env.POLICY,
    random: systemRandom,
    secrets,
  }),
);
