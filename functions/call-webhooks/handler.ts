import { SQSClient } from '@aws-sdk/client-sqs';
import { createWebhooks } from '#adapters/aws/dynamodb/webhooks.ts';
import { createCaller } from '#adapters/webhook/caller.ts';
import { callWait } from '#domain/webhook/retries.ts';
import { againSoon } from '../_runtime/aws/again-soon.ts';
import { busOf } from '../_runtime/aws/bus.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { webhookSecretsOf } from '../_runtime/aws/webhook-secrets.ts';
import { create } from './call-webhooks.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = againSoon(
  new SQSClient({}),
  create({
    ...trailsOf(env, table),
    webhooks: createWebhooks(table),
    webhookSecrets: webhookSecretsOf(env),
    caller: createCaller(),
    bus: busOf(env),
    organization: env.ORGANIZATION,
    baseUrl: env.BASE_URL,
    language: env.LANGUAGE,
  }),
  callWait,
);
