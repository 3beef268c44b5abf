import { daysBetween } from '../../calendar/civil-date.ts';
import { type CapReason, capOf } from '../../finding/cap.ts';
import type { DueChange } from '../../finding/due-changes.ts';
import type { FindingEvent } from '../../finding/events.ts';
import type { Stage } from '../../finding/stage.ts';

/** Why a due date moved, for a language to put into words. The record has the same as a sentence in English. */
export type MovedBecause =
  | { readonly because: 'extended'; readonly days: number }
  | { readonly because: 'with-stage'; readonly stage: Stage }
  /** A new clock began. */
  | { readonly because: 'regrade' | 'reopening' }
  /** Clocks stood still during an appeal. */
  | { readonly because: 'paused'; readonly days: number }
  | { readonly because: 'next-audit'; readonly on: string }
  | { readonly because: 'cap'; readonly on: string; readonly reason: CapReason }
  | { readonly because: 'audit-revised' };

export type Moving = Extract<
  FindingEvent,
  { type: 'extension-granted' | 'regraded' | 'due-moved' | 'appeal-decided' | 'reopened' }
>;

type Moved = Pick<DueChange, 'from' | 'to'> & { readonly stage?: Stage | undefined };

/** What an audit's revision moves a date to: its next audit, or a hard cap, to which alone a review moves. */
const byAudit = (event: Extract<Moving, { type: 'due-moved' }>, { to, stage }: Moved): MovedBecause => {
  const { nextAudit } = event.data.anchors;
  const cap = capOf(event.state);
  if (cap && to !== nextAudit && (stage === undefined || to === cap.on)) return { because: 'cap', ...cap };
  return nextAudit === undefined ? { because: 'audit-revised' } : { because: 'next-audit', on: nextAudit };
};

/** Why one of the dates that an event moved did; `stage` left out: a review's. */
export const movedBecause = (event: Moving, moved: Moved): MovedBecause => {
  switch (event.type) {
    case 'extension-granted':
      return moved.stage === event.data.stage
        ? { because: 'extended', days: daysBetween(moved.from, moved.to) }
        : { because: 'with-stage', stage: event.data.stage };
    case 'regraded':
      return { because: 'regrade' };
    case 'due-moved':
      return byAudit(event, moved);
    case 'appeal-decided':
      return event.data.outcome === 'regraded' && moved.stage !== undefined
        ? { because: 'regrade' }
        : { because: 'paused', days: event.data.pausedDays };
    case 'reopened':
      return { because: 'reopening' };
  }
};
