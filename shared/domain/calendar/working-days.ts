import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as PlainDates from 'temporal-polyfill/fns/PlainDate';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** Which days are not worked on: some days of every week, and some dates. */
export interface WorkCalendar {
  readonly weekend: readonly Weekday[];
  /** Civil dates: public holidays and days on which the organization is closed. */
  readonly closedOn: readonly string[];
}

const dateOf = (text: string): PlainDates.Record => PlainDates.fromString(text, getISO);
const dayAfter = (day: PlainDates.Record): PlainDates.Record => PlainDates.addDays(day, 1);
const weekdayOn = (day: PlainDates.Record): Weekday => weekdays[PlainDates.dayOfWeek(day) - 1] ?? 'monday';

/** The day of the week of a civil date. */
export const weekdayOf = (date: string): Weekday => weekdayOn(dateOf(date));

/** A day of the weekend is none, whatever else falls on it. */
const isOpen = (day: PlainDates.Record, { weekend, closedOn }: WorkCalendar): boolean =>
  !weekend.includes(weekdayOn(day)) && (closedOn.length === 0 || !closedOn.includes(PlainDates.toString(day)));

export const isWorkingDay = (date: string, calendar: WorkCalendar): boolean => isOpen(dateOf(date), calendar);

/** The working day that comes `days` working days after `date`; day 0 is `date` itself, whatever day that is. */
export const addWorkingDays = (date: string, days: number, calendar: WorkCalendar): string => {
  let day = dateOf(date);
  for (let left = days; left > 0; ) {
    day = dayAfter(day);
    if (isOpen(day, calendar)) left -= 1;
  }
  return PlainDates.toString(day);
};

/** Working days after `from`, up to and with `until`; 0 when `until` is not later. */
export const workingDaysBetween = (from: string, until: string, calendar: WorkCalendar): number => {
  const last = dateOf(until);
  let count = 0;
  for (let day = dayAfter(dateOf(from)); PlainDates.compare(day, last) <= 0; day = dayAfter(day))
    if (isOpen(day, calendar)) count += 1;
  return count;
};

/** `date` itself where it is a working day, else the first one after it. */
export const workingDayFrom = (date: string, calendar: WorkCalendar): string => {
  let day = dateOf(date);
  while (!isOpen(day, calendar)) day = dayAfter(day);
  return PlainDates.toString(day);
};

/** The closed dates after `from`, up to and with `until`, that are no weekend: what a count of working days passed over. */
export const closedBetween = (from: string, until: string, calendar: WorkCalendar): readonly string[] =>
  [...new Set(calendar.closedOn)]
    .filter((date) => date > from && date <= until && !calendar.weekend.includes(weekdayOf(date)))
    .toSorted();
