// The functions of Temporal rather than its classes: a bundler leaves out the ones that are not used.
import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as Instants from 'temporal-polyfill/fns/Instant';
import * as PlainDates from 'temporal-polyfill/fns/PlainDate';
import * as ZonedDateTimes from 'temporal-polyfill/fns/ZonedDateTime';
import * as z from 'zod';

/** @throws {RangeError} for a text that names no date of the ISO calendar */
const dateOf = (text: string): PlainDates.Record => PlainDates.fromString(text, getISO);

const isCivilDate = (text: string): boolean => {
  // Years of more than four digits (`+012026-03-09`) would not compare as text.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return PlainDates.toString(dateOf(text)) === text;
  } catch {
    return false;
  }
};

/**
 * A date on the organization's wall calendar, `YYYY-MM-DD`, without time or zone, so that the order of the texts is the
 * order of the days. Deadlines are counted in these and never in milliseconds: leap days and clock changes cannot move
 * one.
 */
export const CivilDate = z.string().refine(isCivilDate, { error: 'Give a date that exists, as YYYY-MM-DD.' });

/** An instant in UTC, ISO 8601. */
export const Instant = z.iso.datetime({ error: 'Give an instant in UTC such as 2026-03-09T08:00:00.000Z.' });

/** An IANA time zone that this runtime knows, such as `Europe/Zurich`. */
export const TimeZone = z.string().refine(
  (zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
    } catch {
      return false;
    }
  },
  { error: 'Give an IANA time zone such as Europe/Zurich.' },
);

const zoned = (instant: string, timeZone: string): ZonedDateTimes.Record =>
  Instants.toZonedDateTimeISO(Instants.fromString(instant), timeZone);

/** The civil date of an instant in a time zone. */
export const civilDateOf = (instant: string, timeZone: string): string =>
  PlainDates.toString(ZonedDateTimes.toPlainDate(zoned(instant, timeZone)));

/** The wall-clock hour (0-23) of an instant in a time zone. */
export const hourOf = (instant: string, timeZone: string): number => zoned(instant, timeZone).hour;

/** The instant, in UTC, at which a civil date ends in a time zone: the first moment of the day after. */
export const endOfDay = (date: string, timeZone: string): string =>
  Instants.toString(
    ZonedDateTimes.toInstant(PlainDates.toZonedDateTime(PlainDates.addDays(dateOf(date), 1), timeZone)),
    {
      fractionalSecondDigits: 3,
    },
  );

export const addDays = (date: string, days: number): string =>
  PlainDates.toString(PlainDates.addDays(dateOf(date), days));

/** Month ends are kept: 31 August plus six months is 28 (or 29) February. */
export const addMonths = (date: string, months: number): string =>
  PlainDates.toString(PlainDates.addMonths(dateOf(date), months));

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: string, b: string): number => PlainDates.diffDays(dateOf(a), dateOf(b));

/** The earliest of some dates; those that are `undefined` do not count. */
export const earliest = (first: string, ...rest: readonly (string | undefined)[]): string =>
  rest.reduce<string>((least, date) => (date !== undefined && date < least ? date : least), first);
