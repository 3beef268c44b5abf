import { createContents } from '#adapters/aws/dynamodb/contents.ts';
import { createEvidenceRecords } from '#adapters/aws/dynamodb/evidence-records.ts';
import { createNotices } from '#adapters/aws/dynamodb/notices.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { createRegister } from '#adapters/aws/dynamodb/register.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { Env } from './env.ts';
import { create } from './queries.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = create({
  ...trailsOf(env, table),
  contents: createContents(table),
  evidence: createEvidenceRecords(table),
  notices: createNotices(table),
  people: createPeople(table),
  policy: env.POLICY,
  register: createRegister(table),
});
