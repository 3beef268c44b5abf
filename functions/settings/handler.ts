import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { createSuppressions } from '#adapters/aws/dynamodb/suppressions.ts';
import { createWebhooks } from '#adapters/aws/dynamodb/webhooks.ts';
import { systemClock } from '#adapters/runtime/clock.ts';
import { systemRandom } from '#adapters/runtime/random.ts';
import { busOf } from '../_runtime/aws/bus.ts';
import { mailOf } from '../_runtime/aws/mail.ts';
import { tableOf } from '../_runtime/aws/table.ts';
import { webhookSecretsOf } from '../_runtime/aws/webhook-secrets.ts';
import { Env } from './env.ts';
import { create } from './settings.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = create({
  people: createPeople(table),
  suppressions: createSuppressions(table),
  mail: mailOf(env).mail,
  webhooks: createWebhooks(table),
  webhookSecrets: webhookSecretsOf(env),
  bus: busOf(env),
  clock: systemClock,
  random: systemRandom,
  morningHour: env.MORNING_HOUR,
});
