import { createAccesses } from '#adapters/aws/dynamodb/accesses.ts';
import { createLinks } from '#adapters/aws/dynamodb/links.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { systemRandom } from '#adapters/runtime/random.ts';
import { secrets } from '#adapters/runtime/secrets.ts';
import { mailOf } from '../_runtime/aws/mail.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { behindFront } from '../_runtime/front.ts';
import { Env } from './env.ts';
import { create } from './links.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = behindFront(
  env.FRONT_SECRET,
  create({
    ...trailsOf(env, table),
    ...mailOf(env),
    accesses: createAccesses({ ...table, random: systemRandom }),
    links: createLinks(table),
    people: createPeople(table),
    random: systemRandom,
    secrets,
  }),
);
