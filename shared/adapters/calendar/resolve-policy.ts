import type { Policy } from '#domain/policy/policy.ts';
import { withPublicHolidays } from '#domain/policy/resolved.ts';
import { ok, type Result } from '#domain/result.ts';
import { publicHolidays } from './public-holidays.ts';

/** A certification cycle: audits that were held before Redress came may be imported. */
const yearsBack = 3;
/** Longer than a release of Lambda's runtime lives: whoever runs Redress deploys it before. */
const yearsAhead = 12;

/**
 * A policy with the public holidays of its region, if it has one, of three years back to twelve years ahead. Done when
 * Redress is started or synthesized, and never while it runs.
 * @param today civil date
 */
export const resolvePolicy = async (policy: Policy, today: string): Promise<Result<Policy>> => {
  if (policy.region === undefined) return ok(policy);
  const year = Number(today.slice(0, 4));
  const holidays = await publicHolidays(policy.region, { from: year - yearsBack, to: year + yearsAhead });
  return holidays.ok ? withPublicHolidays(policy, holidays.value) : holidays;
};
