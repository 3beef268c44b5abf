import { createContents } from '#adapters/aws/dynamodb/contents.ts';
import { createWaits } from '#adapters/aws/dynamodb/waits.ts';
import { workflowsOf } from '../_runtime/aws/machines.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { create } from './await-step.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = create({
  ...trailsOf(env, table),
  contents: createContents(table),
  waits: createWaits(table),
  workflows: workflowsOf(env),
});
