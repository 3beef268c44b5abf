import * as z from 'zod';
import { TimeZone } from '#domain/calendar/civil-date.ts';
import { languages } from '#domain/people/preferences.ts';
import { ConfiguredPolicy } from '#domain/policy/configured.ts';

/** What an organization sets, wherever Redress runs: on AWS and on a laptop alike. */
export const organizationSettings = {
  organization: z.strictObject({ name: z.string().min(1).max(120), timeZone: TimeZone }),
  /** The default policy, with what the organization changes of it. */
  policy: ConfiguredPolicy,
  /** The hour (0-23) of the organization's morning from which a day's deadline notices go out. */
  morningHour: z.int().min(0).max(23).default(8),
  /** What Redress writes in to people who have chosen no language, and to those without an account. */
  language: z.enum(languages).default('en'),
};

/** The part of the configuration file that is not about AWS. */
export const OrganizationSettings = z.object(organizationSettings);
export type OrganizationSettings = z.infer<typeof OrganizationSettings>;
