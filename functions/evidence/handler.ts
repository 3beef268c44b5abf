import { createContents } from '#adapters/aws/dynamodb/contents.ts';
import { createEvidenceRecords } from '#adapters/aws/dynamodb/evidence-records.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { systemRandom } from '#adapters/runtime/random.ts';
import { intakeOf } from '../_runtime/aws/intake.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { Env } from './env.ts';
import { create } from './evidence.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = create({
  ...trailsOf(env, table),
  contents: createContents(table),
  evidence: createEvidenceRecords(table),
  people: createPeople(table),
  files: intakeOf(env),
  policy: env.POLICY,
  random: systemRandom,
});
