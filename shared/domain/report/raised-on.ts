import { Temporal } from 'temporal-polyfill';
import { ok, type Refusal, type Result, refuse } from '../result.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'januar', 'janner'],
  ['feb', 'february', 'februar', 'feber'],
  ['mar', 'march', 'marz', 'mrz', 'maerz'],
  ['apr', 'april'],
  ['may', 'mai'],
  ['jun', 'june', 'juni'],
  ['jul', 'july', 'juli'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['oct', 'october', 'okt', 'oktober'],
  ['nov', 'november'],
  ['dec', 'december', 'dez', 'dezember'],
];
const EARLIEST = '2000-01-01';
const TIME = String.raw`(?:[\sT,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?|uhr|z|utc|[+-]\d{2}:?\d{2})?)?`;
const WEEKDAY = String.raw`(?:(?:mon?|tue?|wed?|thu?|fri?|sat?|sun?|mo|di|mi|do|fr|sa|so)[a-z]*\.?,?\s+)?`;

const pattern = (date: string): RegExp => new RegExp(`^${WEEKDAY}${date}${TIME}$`, 'i');
const YEAR_FIRST = pattern(String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})`);
const DAY_FIRST = pattern(String.raw`(\d{1,2})([-/.]|\.?\s+)(\d{1,2})(?:\2|[-/.]\s*)(\d{4}|\d{2})`);
const DAY_MONTH_NAME = pattern(String.raw`(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:of\s+)?([a-z]+)[\s.,'-]+(\d{4}|\d{2})`);
const MONTH_NAME_DAY = pattern(String.raw`([a-z]+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4})`);

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));
const monthNamed = (name: string): number => MONTHS.findIndex((names) => names.includes(name)) + 1;

const partsOf = (text: string): Parts | undefined => {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[3]), day: Number(yearFirst[4]) };
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return { year: fullYear(dayFirst[4] ?? ''), month: Number(dayFirst[3]), day: Number(dayFirst[1]) };
  const dayMonth = DAY_MONTH_NAME.exec(text);
  if (dayMonth) {
    return { year: fullYear(dayMonth[3] ?? ''), month: monthNamed(dayMonth[2] ?? ''), day: Number(dayMonth[1]) };
  }
  const monthDay = MONTH_NAME_DAY.exec(text);
  if (monthDay) return { year: Number(monthDay[3]), month: monthNamed(monthDay[1] ?? ''), day: Number(monthDay[2]) };
  return undefined;
};

const existing = (parts: Parts): string | undefined => {
  try {
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const refusal = (code: string, message: string): Refusal => ({ code, message, field: 'raisedOn' });

/**
 * Reads the date a finding was raised: `2026-03-03`, `03.03.2026`, `3/3/26` (the day always first), `3 March 2026`,
 * `3. März 2026`, `March 3, 2026`, also with a weekday before or a time behind.
 * @returns `YYYY-MM-DD`, as written and without regard to a zone
 *
 * Refused: `impossible-date` (not a date, or not in the calendar), `date-too-early` (before 2000), `future-date`.
 */
export function readRaisedOn(text: string, today: string): Result<string> {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
  const parts = partsOf(plain);
  if (parts === undefined) {
    const hint = /^\d+([.,]\d+)?$/.test(plain) ? ' It is a plain number: give the cell a date format.' : '';
    return refuse(
      refusal(
        'impossible-date',
        `"${text}" is not a date: write it as 2026-03-31, 31.03.2026 or 31 March 2026.${hint}`,
      ),
    );
  }
  const date = existing(parts);
  if (date === undefined) {
    const order = parts.month > 12 && parts.day <= 12 ? ' Dates are read with the day first.' : '';
    return refuse(refusal('impossible-date', `"${text}" is not in the calendar.${order}`));
  }
  if (date < EARLIEST) return refuse(refusal('date-too-early', `"${text}" lies before the year 2000.`));
  if (date > today) return refuse(refusal('future-date', `"${text}" lies in the future: today is ${today}.`));
  return ok(date);
}
