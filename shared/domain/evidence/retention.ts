import { addMonths, civilDateOf, endOfDay } from '../calendar/civil-date.ts';
import type { FindingEventType } from '../finding/events.ts';
import type { Finding } from '../finding/state.ts';
import type { Policy } from '../policy/policy.ts';

/**
 * The instant in UTC until which a file can be neither altered nor deleted: the end of the civil day, so many years
 * after the day on which it was registered. What was registered on 29 February is kept until the end of 28 February
 * where that year has no 29th.
 */
export const retainUntil = (registeredAt: string, timeZone: string, years: number): string =>
  endOfDay(addMonths(civilDateOf(registeredAt, timeZone), years * 12), timeZone);

/** While a finding is appealed its files are on legal hold: none may go, whatever their retention says. */
export const holdsFiles = (finding: Finding): boolean => 'appeal' in finding && finding.appeal !== undefined;

/** The policy that a finding's files go by: its own, copied at issue; an opportunity for improvement has none. */
export const policyOf = (finding: Finding, inForce: Policy): Policy => ('policy' in finding ? finding.policy : inForce);

/** The events after which a finding may hold its files where it did not before, or the other way round. */
export const holdChanges = ['appealed', 'appeal-decided', 'withdrawn'] as const satisfies readonly FindingEventType[];
