import { SESv2Client } from '@aws-sdk/client-sesv2';
import { createMail } from '#adapters/aws/ses/mail.ts';
import { systemClock } from '#adapters/runtime/clock.ts';
import type { Language } from '#domain/people/preferences.ts';

interface MailEnv {
  readonly MAIL_FROM: string;
  readonly CONFIGURATION_SET: string;
  readonly ORGANIZATION: string;
  readonly BASE_URL: string;
  readonly LANGUAGE: Language;
}

/** Mail by SES, with what its texts speak of. */
export const mailOf = (env: MailEnv) => ({
  mail: createMail({
    client: new SESv2Client({}),
    sender: { address: env.MAIL_FROM, name: env.ORGANIZATION },
    configurationSet: env.CONFIGURATION_SET,
    clock: systemClock,
  }),
  organization: env.ORGANIZATION,
  baseUrl: env.BASE_URL,
  language: env.LANGUAGE,
});
