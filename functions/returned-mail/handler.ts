import { createDigests } from '#adapters/aws/dynamodb/digests.ts';
import { createNotices } from '#adapters/aws/dynamodb/notices.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { createSuppressions } from '#adapters/aws/dynamodb/suppressions.ts';
import { mailOf } from '../_runtime/aws/mail.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { Env } from './env.ts';
import { create } from './returned-mail.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

/** Seconds; longer than this function runs (`infra/constructs/functions.ts`): whoever claimed and died sends no more. */
const claimLease = 120;

export const handler = create({
  ...trailsOf(env, table),
  ...mailOf(env),
  digests: createDigests(table),
  notices: createNotices(table),
  people: createPeople(table),
  suppressions: createSuppressions(table),
  claimLease,
});
