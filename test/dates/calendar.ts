import { anchorsOf } from '#domain/audit/anchors.ts';
import type { AuditFacts } from '#domain/audit/state.ts';
import type { AnchorDates } from '#domain/finding/anchor-dates.ts';
import { type BuiltInName, builtInPolicies } from '#domain/policy/built-in/index.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { stage2 } from '../builders/audit.ts';

/*
 * What the tables of dates beside this file count with. Every due date in them was counted by hand on a printed
 * calendar, and the way it was counted stands with it.
 */

/** Public holidays of the canton of Zurich that are no Sunday, from a wall calendar. */
const zurichDays = [
  ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-08-01'],
  ...['2026-12-25', '2026-12-26', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-01', '2027-05-06'],
  ...['2027-05-17', '2027-12-25', '2028-12-25', '2028-12-26'],
];

/** A built-in policy; `zurich` with the public holidays of Zurich, others with changes of their own. */
export const policyOf = (name: BuiltInName, change: 'zurich' | Partial<Policy> = {}): Policy => ({
  ...builtInPolicies[name],
  ...(change === 'zurich' ? { closedOn: zurichDays } : change),
});

export const zurich = { closedOn: zurichDays };

/** Last day and closing meeting Fri 27 Feb 2026, issued Fri 6 Mar, received Mon 9 Mar, next audit Mon 22 Feb 2027. */
export const datesOf = (change: { readonly [D in keyof AuditFacts['dates']]?: string | undefined } = {}) => {
  const dates = Object.entries({ ...stage2.dates, ...change }).filter(([, date]) => date !== undefined);
  return Object.fromEntries(dates) as AuditFacts['dates'];
};

/** The anchors of an audit with these dates. */
export const anchorsWith = (change: Parameters<typeof datesOf>[0], kind: AuditFacts['kind']): AnchorDates => {
  const facts = { ...stage2, kind, dates: datesOf(change) };
  const anchors = anchorsOf({ id: 'a', seq: 1, facts, imports: [], taken: [] });
  if (!anchors) throw new Error('the report was not received');
  return anchors;
};
