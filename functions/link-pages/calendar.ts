import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { addDays } from '#domain/calendar/civil-date.ts';
import type { LinkCalendar } from '#use-cases/links/read-calendar.ts';

/** A civil date as the generator takes one: all-day events are written by their UTC date. */
const dayOf = (date: string): Date => new Date(`${date}T00:00:00.000Z`);

/** TEXT of RFC 5545, 3.3.11, on one line: the generator escapes what events say, but not the calendar's name. */
const nameOf = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').replace(/[\\;,]/g, '\\$&');

/**
 * Deadlines as iCalendar (RFC 5545): one all-day event each, under an id that stays, so that a date that moves moves in
 * calendars too.
 * @param now instant in UTC, for `DTSTAMP`
 */
export const calendarText = ({ title, deadlines }: LinkCalendar, now: string): string => {
  const calendar = ical({
    name: nameOf(title),
    prodId: { company: 'Redress', product: 'Deadlines', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: 'UTC',
    ttl: 60 * 60,
  });
  for (const { id, on, summary, version } of deadlines)
    calendar.createEvent({
      id: `${id}@redress`,
      summary,
      start: dayOf(on),
      end: dayOf(addDays(on, 1)),
      allDay: true,
      stamp: new Date(now),
      sequence: version,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
};
