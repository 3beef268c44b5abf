import { SESv2Client } from '@aws-sdk/client-sesv2';
import { createNotices } from '#adapters/aws/dynamodb/notices.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { createMail } from '#adapters/aws/ses/mail.ts';
import { systemClock } from '#adapters/runtime/clock.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { Env } from './env.ts';
import { create } from './send-notice.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = create({
  ...trailsOf(env, table),
  notices: createNotices(table),
  people: createPeople(table),
  mail: createMail({
    client: new SESv2Client({}),
    sender: { address: env.MAIL_FROM, name: env.ORGANIZATION },
    clock: systemClock,
  }),
  organization: env.ORGANIZATION,
  baseUrl: env.BASE_URL,
});
