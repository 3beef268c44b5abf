import { createContents } from '#adapters/aws/dynamodb/contents.ts';
import { createEvidenceRecords } from '#adapters/aws/dynamodb/evidence-records.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { createReportReader } from '#adapters/report/report-reader.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { vaultOf } from '../_runtime/aws/vault.ts';
import { Env } from './env.ts';
import { create } from './read-report.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = create({
  ...trailsOf(env, table),
  contents: createContents(table),
  evidence: createEvidenceRecords(table),
  people: createPeople(table),
  vault: vaultOf(env),
  reader: createReportReader(),
});
