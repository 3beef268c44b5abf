import { civilDateOf } from './civil-date.ts';

/** The instant so many seconds after another one. Instants are in UTC, ISO 8601 with milliseconds. */
export const secondsAfter = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** Whether `until` has come: what lasts until an instant has ended at that very instant. */
export const hasCome = (until: string, now: string): boolean => Date.parse(until) <= Date.parse(now);

/** An instant as people of a place read it: `2026-03-23, 09:00 (Europe/Zurich)`. */
export const inWords = (instant: string, timeZone: string): string => {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${civilDateOf(instant, timeZone)}, ${time.format(new Date(instant))} (${timeZone})`;
};
