import { Temporal } from 'temporal-polyfill';
import type { Clock } from '#ports/clock.ts';

/** Stands still until it is moved, and never goes back. */
export interface VirtualClock extends Clock {
  /** @throws {RangeError} when the instant is past, or is none */
  set(instant: string): void;
  /**
   * @param duration ISO 8601, such as `P7D` or `PT90M`; days are 24 hours, months those of the calendar in UTC
   * @throws {RangeError} when it leads back, or is none
   */
  advance(duration: string): void;
}

const textOf = (instant: Temporal.Instant): string => instant.toString({ fractionalSecondDigits: 3 });

/** @param start instant, ISO 8601; @throws {RangeError} when it is none */
export const createVirtualClock = (start: string): VirtualClock => {
  let now = Temporal.Instant.from(start);
  const move = (to: Temporal.Instant): void => {
    if (Temporal.Instant.compare(to, now) < 0)
      throw new RangeError(`the clock stands at ${textOf(now)} and does not go back to ${textOf(to)}`);
    now = to;
  };
  return {
    now: () => textOf(now),
    set: (instant) => move(Temporal.Instant.from(instant)),
    advance: (duration) => move(now.toZonedDateTimeISO('UTC').add(duration).toInstant()),
  };
};
