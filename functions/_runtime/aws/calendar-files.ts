import { createCalendarFiles } from '#adapters/icalendar/files.ts';
import { systemClock } from '#adapters/runtime/clock.ts';

/** Deadlines for calendar programs, from the address that mail comes from. */
export const calendarFilesOf = (env: { readonly MAIL_FROM: string; readonly ORGANIZATION: string }) => ({
  calendarFiles: createCalendarFiles({
    clock: systemClock,
    organizer: { address: env.MAIL_FROM, name: env.ORGANIZATION },
  }),
});
