import * as z from 'zod';
import { TimeZone } from '#domain/calendar/civil-date.ts';
import { languages } from '#domain/people/preferences.ts';
import { EncodedPolicy } from '#domain/policy/encoded.ts';

/*
 * The parts that functions' environments are put together from. Each function's `env.ts` names the parts it uses: that
 * list types the CDK `environment` and says what the function may touch.
 */

/** Every function: which release logs and metrics come from. */
export const observed = { POWERTOOLS_SERVICE_NAME: z.string().min(1) };

export const table = { TABLE_NAME: z.string().min(1) };

/** The organization's wall calendar, by which dates are decided. */
export const calendar = { TIME_ZONE: TimeZone };

export const intake = { INTAKE_BUCKET: z.string().min(1) };

/** Where registered evidence is kept. */
export const vault = { VAULT_BUCKET: z.string().min(1) };

/** Where evidence packs lie until they expire. */
export const packs = { PACKS_BUCKET: z.string().min(1) };

/** The KMS key that evidence packs are signed with, by its ARN. */
export const signing = { SIGNING_KEY_ARN: z.string().min(1) };

/** Who scans uploaded files for malware: GuardDuty, or nobody. */
export const scanner = { MALWARE_SCAN: z.enum(['guardduty', 'none']) };

export const bus = { BUS_NAME: z.string().min(1) };

/** ARNs of the state machines. */
export const machines = { NONCONFORMITY_ARN: z.string().min(1), AUDIT_INTAKE_ARN: z.string().min(1) };

/** The policy in force, as `encodePolicy` makes it: copied onto each finding when it is issued. */
export const policy = { POLICY: EncodedPolicy };

/**
 * Who mail comes from, the configuration set of SES it is sent by, what links in it begin with, the organization's name in
 * it and the language of those who have chosen none.
 */
export const mail = {
  MAIL_FROM: z.email(),
  CONFIGURATION_SET: z.string().min(1),
  BASE_URL: z.url().transform((url) => url.replace(/\/$/, '')),
  ORGANIZATION: z.string().min(1).max(120),
  LANGUAGE: z.enum(languages),
};

/** What the front shows with each request that it hands on: `front.ts`. */
export const front = { FRONT_SECRET: z.string().min(32) };

/** The KMS key that the secrets of webhooks are derived from, by its ARN. */
export const webhookKey = { WEBHOOK_KEY_ARN: z.string().min(1) };

/** The hour of the organization's morning (0-23) from which a day's deadline notices go out. */
export const morning = { MORNING_HOUR: z.coerce.number().int().min(0).max(23) };

/** What Lambda itself sets. */
export const LambdaEnv = z.object({ AWS_REGION: z.string().min(1) });

/** What CDK must give for an environment: every name, as text. */
export type EnvironmentOf<E extends z.ZodType> = Record<keyof z.input<E> & string, string>;
