import { readFileSync } from 'node:fs';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import { organizationSettings } from '#contracts/organization.ts';
import { ok, type Refusal, type Result, refuse } from '#domain/result.ts';

/** Days that CloudWatch Logs knows as a retention. */
const retentions = Object.values(RetentionDays).filter(
  (days) => typeof days === 'number' && days !== RetentionDays.INFINITE,
);

const HttpsUrl = z
  .url({ protocol: /^https$/, error: 'Give an address that begins with https://.' })
  .transform((url) => url.replace(/\/$/, ''));

/** The address of the application: of a host and no more, since its pages know no other folder than the root. */
const Address = z
  .url({ protocol: /^https$/, error: 'Give an address that begins with https://.' })
  .refine((url) => !URL.canParse(url) || new URL(url).href === `${new URL(url).origin}/`, {
    error: 'Give an address without a path: the application lies at the root of its host.',
  })
  .transform((url) => new URL(url).origin);

const Identity = z.discriminatedUnion('provider', [
  /** A user pool of this application. */
  z.strictObject({ provider: z.literal('cognito') }),
  /** Any OpenID Connect issuer whose ID tokens carry the claim `email`. */
  z.strictObject({
    provider: z.literal('oidc'),
    issuer: HttpsUrl,
    /** The first is the client that the application signs in as. */
    audience: z.array(z.string().min(1)).min(1).max(10),
    /** Origins that a browser asks on the way, where they are not the issuer's: that of its token endpoint. */
    origins: z.array(Address).max(5).default([]),
  }),
]);

/** All that an organization sets, in one file. */
export const Config = z.strictObject({
  ...organizationSettings,
  /** Several environments may live in one account: each has resources of its own. */
  environment: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,14}$/, { error: 'Use 1 to 15 lower-case letters, digits and dashes.' })
    .default('production'),
  /** Left out: the account and region of whoever deploys. */
  aws: z
    .strictObject({
      account: z.string().regex(/^\d{12}$/, { error: 'An account has 12 digits.' }),
      region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, { error: 'Give a region such as eu-central-1.' }),
    })
    .optional(),
  /** Where people open the application: what links in mail begin with, and where sign-in comes back to. */
  baseUrl: Address,
  /** The certificate of that address, where CloudFront takes it from. Left out: the address is one of CloudFront's own. */
  certificateArn: z
    .string()
    .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, {
      error: 'Give the ARN of an ACM certificate in us-east-1: CloudFront takes no other.',
    })
    .optional(),
  /** Other origins whose pages may call the API. */
  allowedOrigins: z.array(HttpsUrl).max(20).default([]),
  mail: z.strictObject({
    from: z.email({ error: 'Give the address that mail comes from.' }),
    /** `existing`: the domain of that address is a verified identity of SES in this account already. */
    identity: z.enum(['create', 'existing']).default('create'),
  }),
  identity: Identity.default({ provider: 'cognito' }),
  /**
   * Who looks for malware in uploaded files. `guardduty`: GuardDuty Malware Protection for S3, paid by gigabyte and file.
   * `none`: nobody; the built-in check knows one test file, and every record says that its file was not scanned.
   */
  malwareScan: z.enum(['guardduty', 'none']).default('guardduty'),
  /** Who is told when something is broken. */
  alarmEmail: z.email({ error: 'Give the address that alarms go to.' }),
  logRetentionDays: z
    .literal(retentions, { error: `Logs are kept for one of these numbers of days: ${retentions.join(', ')}.` })
    .default(RetentionDays.ONE_YEAR),
  /** Encrypt records and files with a KMS key of this account in place of AWS's own. */
  customerManagedKey: z.boolean().default(false),
});
export type Config = z.infer<typeof Config>;

const fieldOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

const refusalsOf = (issue: z.core.$ZodIssue): readonly Refusal[] => {
  if (issue.code !== 'unrecognized_keys') {
    return [{ code: 'config-invalid', message: issue.message, field: fieldOf(issue.path) }];
  }
  return issue.keys.map((key) => ({
    code: 'config-invalid',
    message: 'There is no such setting.',
    field: fieldOf([...issue.path, key]),
  }));
};

export const parseConfig = (value: unknown): Result<Config> => {
  const parsed = Config.safeParse(value);
  return parsed.success ? ok(parsed.data) : refuse(...parsed.error.issues.flatMap(refusalsOf));
};

/** Reads the configuration file, or says everything that is wrong with it. */
export const readConfig = (path: string): Result<Config> => {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (thrown) {
    return refuse({ code: 'config-unreadable', message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
  return parseConfig(value);
};
