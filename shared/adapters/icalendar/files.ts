import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { addDays } from '#domain/calendar/civil-date.ts';
import type { CalendarEntry, CalendarFiles } from '#ports/calendar-files.ts';
import type { Clock } from '#ports/clock.ts';

export interface CalendarFilesSetting {
  readonly clock: Clock;
  /** Whom entries come from: the address that mail comes from. */
  readonly organizer: { readonly name: string; readonly address: string };
}

/** Seconds after which a feed is read anew. */
const refresh = 60 * 60;

/** Text on one line, without what iCalendar has no way to say: control characters, halves of characters. */
const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

const lines = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(oneLine)
    .join('\n');

/** TEXT of RFC 5545, 3.3.11: the generator escapes what entries say, but not the calendar's name. */
const nameOf = (text: string): string => oneLine(text).replace(/[\\;,]/g, '\\$&');

/** The generator escapes an address as if it were text: what it would escape is written as an address has it. */
const uriOf = (url: string): string => oneLine(url).replace(/[\s\\;,]/g, (char) => encodeURIComponent(char));

/** A civil date as the generator takes one: all-day events are written by their UTC date. */
const dayOf = (date: string): Date => new Date(`${date}T00:00:00.000Z`);

/** The last day that has a next one in four digits; without an end an all-day event lasts one day (3.6.1). */
const lastDay = '9999-12-31';

/**
 * Deadlines as iCalendar (RFC 5545): one whole day each, under an id that stays, with a sequence number that rises. No text
 * can begin a line of its own: each is made one line, or lines that are escaped.
 */
export const createCalendarFiles = ({ clock, organizer }: CalendarFilesSetting): CalendarFiles => {
  const from = { name: oneLine(organizer.name), email: organizer.address };
  const prodId = { company: 'Redress', product: 'Deadlines', language: 'EN' };

  const eventOf = ({ uid, sequence, on, summary, description, url }: CalendarEntry, now: Date): ICalEventData => ({
    id: oneLine(uid),
    sequence,
    stamp: now,
    start: dayOf(on),
    ...(on < lastDay && { end: dayOf(addDays(on, 1)) }),
    allDay: true,
    summary: oneLine(summary),
    ...(description !== undefined && { description: lines(description) }),
    ...(url !== undefined && { url: uriOf(url) }),
    organizer: from,
    transparency: ICalEventTransparency.TRANSPARENT,
  });

  return {
    part: (method, entry, to) => {
      const isCancelled = method === 'CANCEL';
      const calendar = ical({ prodId, timezone: 'UTC', method: ICalCalendarMethod[method] });
      calendar.createEvent({
        ...eventOf(entry, new Date(clock.now())),
        attendees: [{ email: to, rsvp: false, status: ICalAttendeeStatus.NEEDSACTION }],
        status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      });
      return {
        method,
        fileName: isCancelled ? 'deadline-cancelled.ics' : 'deadline.ics',
        content: `${calendar.toString()}\r\n`,
      };
    },

    feed: (title, entries) => {
      const now = new Date(clock.now());
      const calendar = ical({
        prodId,
        timezone: 'UTC',
        method: ICalCalendarMethod.PUBLISH,
        name: nameOf(title),
        ttl: refresh,
      });
      for (const entry of entries) calendar.createEvent(eventOf(entry, now));
      return `${calendar.toString()}\r\n`;
    },
  };
};
