import { addDays } from '../calendar/civil-date.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import type { DueDates } from '../finding/anchor-dates.ts';
import type { Result } from '../result.ts';
import { refusedSize } from './encoded.ts';
import type { Policy } from './policy.ts';

/** The public holidays of a region, as civil dates: all of them from one date to another. */
export interface PublicHolidays {
  readonly dates: readonly string[];
  readonly from: string;
  readonly until: string;
}

/**
 * A policy with the public holidays of its region among its closed days. Days of the weekend are left out: nobody works
 * then anyway. Refused where the policy would grow too large for a function's environment.
 */
export const withPublicHolidays = (policy: Policy, { dates, from, until }: PublicHolidays): Result<Policy> => {
  const workdays = dates.filter((date) => isWorkingDay(date, { weekend: policy.weekend, closedOn: [] }));
  return refusedSize({
    ...policy,
    closedOn: [...new Set([...policy.closedOn, ...workdays])].toSorted(),
    holidays: { from, until },
  });
};

/** Whether a policy knows the public holidays of all days between two dates; without a region there are none to know. */
export const knowsHolidays = ({ region, holidays }: Policy, first: string, last: string): boolean =>
  region === undefined || (holidays !== undefined && first >= holidays.from && last <= holidays.until);

/**
 * The policy as it is copied onto a finding: closed days only of the years that its clocks can reach, so that the copy
 * stays small. Reached are the latest due date, or the day of issue where that is later, with every extension, an
 * appeal, and another year for rounds, reviews and a next audit that is put off.
 */
export const trimmedPolicy = (policy: Policy, earliestAnchor: string, due: DueDates, issuedOn: string): Policy => {
  const { extensions, appeal, closedOn, holidays, region } = policy;
  if (closedOn.length === 0 && region === undefined) return policy;
  const latest = Object.values(due).reduce((last, date) => (date > last ? date : last), issuedOn);
  const reached = addDays(latest, extensions.atMost * extensions.daysEach + appeal.decisionDays);
  const from = `${earliestAnchor.slice(0, 4)}-01-01`;
  const until = `${Number(reached.slice(0, 4)) + 1}-12-31`;
  return {
    ...policy,
    closedOn: closedOn.filter((date) => date >= from && date <= until),
    ...(holidays && {
      holidays: {
        from: holidays.from > from ? holidays.from : from,
        until: holidays.until < until ? holidays.until : until,
      },
    }),
  };
};
