import { createDigests } from '#adapters/aws/dynamodb/digests.ts';
import { createDueIndex } from '#adapters/aws/dynamodb/due-index.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { busOf } from '../_runtime/aws/bus.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { create } from './deadline-sweep.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = create({
  ...trailsOf(env, table),
  due: createDueIndex(table),
  digests: createDigests(table),
  people: createPeople(table),
  bus: busOf(env),
  morningHour: env.MORNING_HOUR,
});
