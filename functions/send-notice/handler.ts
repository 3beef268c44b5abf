import { createEvidenceRecords } from '#adapters/aws/dynamodb/evidence-records.ts';
import { createNotices } from '#adapters/aws/dynamodb/notices.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { mailOf } from '../_runtime/aws/mail.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { Env } from './env.ts';
import { create } from './send-notice.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = create({
  ...trailsOf(env, table),
  ...mailOf(env),
  evidence: createEvidenceRecords(table),
  notices: createNotices(table),
  people: createPeople(table),
});
