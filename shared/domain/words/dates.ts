/**
 * Writes civil dates in the words of a language: `23 March 2026`. They have no time zone: read and written as UTC, they
 * stay the day they are.
 */
export const dayIn = (locale: string): ((date: string) => string) => {
  let format: Intl.DateTimeFormat | undefined;
  return (date) => {
    // Made when it is first asked for: most functions that load the words write no letter.
    format ??= new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    return format.format(new Date(`${date}T00:00:00Z`));
  };
};

/** Writes the date and the time of an instant as the clocks of a place show them. */
export const clockTimeIn =
  (locale: string) =>
  (instant: string, timeZone: string): { readonly day: string; readonly time: string } => {
    const at = new Date(instant);
    const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' });
    return { day: day.format(at), time: time.format(at) };
  };
