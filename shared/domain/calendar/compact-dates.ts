import * as z from 'zod';
import { CivilDate } from './civil-date.ts';

/** Dates by year, each as `MMDD`, one after the other: `{ "2026": "04030406" }` for 3 and 6 April 2026. */
export type CompactDates = Readonly<Record<string, string>>;

/** A tenth of the characters that lists in JSON take, and still readable. Each date once, in order. */
export const compactDates = (dates: readonly string[]): CompactDates => {
  const years: Record<string, string> = {};
  for (const date of [...new Set(dates)].toSorted()) {
    const [year = '', month = '', day = ''] = date.split('-');
    years[year] = `${years[year] ?? ''}${month}${day}`;
  }
  return years;
};

const Months = z.string().regex(/^(\d{4})*$/);

/** The dates that {@link compactDates} was given, each once, in order. What is none is refused. */
export const DatesFromCompact = z
  .record(z.string(), Months)
  .transform((years) =>
    Object.entries(years)
      .flatMap(([year, days]) =>
        (days.match(/\d{4}/g) ?? []).map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`),
      )
      .toSorted(),
  )
  .pipe(z.array(CivilDate));
