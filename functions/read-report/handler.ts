import { createContents } from '#adapters/aws/dynamodb/contents.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { createReportReader } from '#adapters/report/report-reader.ts';
import { intakeOf } from '../_runtime/aws/intake.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { Env } from './env.ts';
import { create } from './read-report.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = create({
  ...trailsOf(env, table),
  contents: createContents(table),
  people: createPeople(table),
  files: intakeOf(env),
  reader: createReportReader(),
});
