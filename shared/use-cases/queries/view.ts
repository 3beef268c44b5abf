import type { FindingView } from '#contracts/http.ts';
import { flagOf } from '#domain/finding/cap.ts';
import type { DecisionContext } from '#domain/finding/context.ts';
import { offered, roleToGive } from '#domain/finding/decide.ts';
import { transcribes } from '#domain/finding/deciders/transcription.ts';
import { clockOf, type Finding, isOpen } from '#domain/finding/state.ts';
import type { WaitsFor } from '#domain/notice/audience.ts';
import type { Actor } from '#domain/people/person.ts';

/**
 * Overdue is derived, never a state: the date on which the owner had to hand in has passed. What waits for somebody else,
 * as for the decision on an appeal, is not overdue.
 */
export const isOverdue = (
  clock: { readonly due?: string | undefined; readonly waitsFor?: WaitsFor | undefined },
  today: string,
): boolean => clock.waitsFor === 'owner' && clock.due !== undefined && clock.due < today;

/** A finding as this person sees it now. */
export const findingView = (
  finding: Finding,
  actor: Actor,
  audit: DecisionContext['audit'],
  today: string,
): FindingView => {
  const clock = clockOf(finding);
  const cap = flagOf(finding, today);
  const reviews = roleToGive('accept', finding, actor, audit);
  return {
    version: finding.seq,
    finding,
    open: isOpen(finding),
    overdue: isOverdue({ due: clock?.on, waitsFor: clock?.waitsFor }, today),
    ...(cap && { cap }),
    actions: [...offered(finding, actor, audit)],
    transcribes: reviews !== undefined && transcribes(reviews),
    today,
  };
};
