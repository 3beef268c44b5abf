import type { DueDates } from './anchor-dates.ts';
import { type Stage, stages } from './stage.ts';
import type { AtStage } from './state.ts';

/** One due date that was changed: from what to what, and why, in a sentence. */
export interface DueChange {
  readonly stage: Stage;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** The changes that lead from some due dates to others. Dates that stay are none. */
export const dueChangesBetween = (before: DueDates, after: DueDates, why: (stage: Stage) => string): DueChange[] =>
  stages
    .filter((stage) => before[stage] !== after[stage])
    .map((stage) => ({ stage, from: before[stage], to: after[stage], why: why(stage) }));

/** Due dates after some changes. */
export const withDueChanges = (due: DueDates, changes: readonly DueChange[]): Record<Stage, string> => {
  const dates: Record<Stage, string> = { ...due };
  for (const { stage, to } of changes) dates[stage] = to;
  return dates;
};

/** A finding after the changes that an event carries, to its due dates and to a review that is going on. */
export const withMovedDates = (
  finding: AtStage,
  moved: { readonly dueChanges: readonly DueChange[]; readonly reviewChange?: { readonly to: string } | undefined },
): AtStage => {
  const due = withDueChanges(finding.due, moved.dueChanges);
  return finding.status === 'in-review'
    ? { ...finding, due, reviewDue: moved.reviewChange?.to ?? finding.reviewDue }
    : { ...finding, due };
};
