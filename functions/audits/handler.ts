import { createContents } from '#adapters/aws/dynamodb/contents.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { create } from './audits.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = create({
  ...trailsOf(env, table),
  contents: createContents(table),
  people: createPeople(table),
  policy: env.POLICY,
});
