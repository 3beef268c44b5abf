import { addDays, civilDateOf, earliest, hourOf } from '../calendar/civil-date.ts';
import { type CapReason, capOf, flagDatesOf } from '../finding/cap.ts';
import { type AtStage, clockOf, type Finding, isAtStage } from '../finding/state.ts';
import type { WaitsFor } from './audience.ts';
import type { DeadlineNotice } from './deadline-notice.ts';
import { nextNoticeDate, noticesBetween } from './offsets.ts';

/** An organization's day: when its notices go out. */
export interface Day {
  /** IANA time zone. */
  readonly timeZone: string;
  /** Hour of the wall clock (0-23) from which a day's notices go out. */
  readonly morningHour: number;
}

/**
 * The first civil date whose notices are owed of something that began at an instant: that day's, where it began before
 * the morning, else the next day's. What begins during the day is told of at once, and needs no notice besides.
 */
export const owedFrom = (began: string, { timeZone, morningHour }: Day): string => {
  const date = civilDateOf(began, timeZone);
  return hourOf(began, timeZone) < morningHour ? date : addDays(date, 1);
};

/** Tells one clock of a finding from its next: a stage's, a review's, an appeal's, each with its round and cycle. */
const clockName = ({ stage, cycle, round }: AtStage, waitsFor: WaitsFor): string =>
  `${stage}#${cycle}#${round}#${waitsFor}`;

/** What a finding waits for now, under a name of its own; `undefined` where nobody has to act. */
export const namedClock = (finding: Finding) => {
  const clock = clockOf(finding);
  return clock && isAtStage(finding) ? { ...clock, name: clockName(finding, clock.waitsFor), finding } : undefined;
};

/** Since when notices are owed of what a finding waits for now, and of its hard cap: civil dates. */
export interface Owed {
  readonly clock?: string | undefined;
  readonly cap?: string | undefined;
}

const later = (a: string, b: string | undefined): string => (b !== undefined && b > a ? b : a);

/** The days on which a hard cap is told of. One that was near already when it began is told of on its first day. */
const capDays = (finding: Finding, from: string | undefined) => {
  const cap = capOf(finding);
  if (!cap) return [];
  const days = flagDatesOf(finding).map(({ on, state }) => ({ cap, state, day: later(on, from) }));
  return days.filter(({ state, day }) => state === 'passed' || day <= cap.on);
};

/** What is to be said of a finding's dates on the days from `from` to `until`, both included, as it stands now. */
export const noticesOf = (finding: Finding, owed: Owed, from: string, until: string): readonly DeadlineNotice[] => {
  const clock = namedClock(finding);
  const offsets = clock ? noticesBetween(clock.on, clock.finding.policy.notices, later(from, owed.clock), until) : [];
  return [
    ...(clock
      ? offsets.map((offset): DeadlineNotice => {
          const { waitsFor, name, on } = clock;
          return { kind: 'deadline', waitsFor, clock: name, due: on, offset };
        })
      : []),
    ...capDays(finding, owed.cap)
      .filter(({ day }) => day >= from && day <= until)
      .map(({ cap, state }): DeadlineNotice => ({ kind: 'cap', reason: cap.reason, on: cap.on, state })),
  ];
};

/**
 * The first civil date on which there is something to be said of a finding.
 * @param from for its clock and for its hard cap: not before this date; left out for the cap: all of that is told
 */
export const nextNoticeOn = (
  finding: Finding,
  owed: Owed,
  from: { readonly clock: string; readonly cap: string | undefined },
): string | undefined => {
  const clock = namedClock(finding);
  const ofCap = capDays(finding, owed.cap)
    .map(({ day }) => day)
    .filter((day) => from.cap !== undefined && day >= from.cap);
  const days = [
    ...(clock ? [nextNoticeDate(clock.on, clock.finding.policy.notices, later(from.clock, owed.clock))] : []),
    ...ofCap,
  ];
  const [first, ...others] = days;
  return first === undefined ? undefined : earliest(first, ...others);
};

/** Whether a notice still says how it is: the finding waits for the same by the same date, or has the same hard cap. */
export const isCurrent = (finding: Finding, notice: DeadlineNotice): boolean => {
  if (notice.kind === 'cap') {
    const cap = capOf(finding);
    return cap?.reason === notice.reason && cap.on === notice.on;
  }
  const clock = namedClock(finding);
  return clock?.name === notice.clock && clock.on === notice.due;
};

/** A hard cap as a projection keeps it, with the civil date since when notices of it are owed. */
export interface OwedCap {
  readonly reason: CapReason;
  readonly on: string;
  readonly noticesFrom: string;
}
