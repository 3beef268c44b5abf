import { createComments } from '#adapters/aws/dynamodb/comments.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { create } from './comments.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = create({
  ...trailsOf(env, table),
  comments: createComments(table),
  people: createPeople(table),
});
