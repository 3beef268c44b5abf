import type Holidays from 'date-holidays';
import { addDays } from '#domain/calendar/civil-date.ts';
import type { PublicHolidays } from '#domain/policy/resolved.ts';
import { ok, type Refusal, type Result, refuse } from '#domain/result.ts';

const dayMilliseconds = 86_400_000;
/** The day on which clocks go forward has 23 hours and is a whole day all the same. */
const hoursOff = 2 / 24;

/** Whole days that a holiday takes: a half one, from noon or till the evening, is a working day still. */
const wholeDays = ({ date, start, end }: { date: string; start: Date; end: Date }): readonly string[] => {
  if (date.slice(11, 19) !== '00:00:00') return [];
  const days = Math.floor((end.getTime() - start.getTime()) / dayMilliseconds + hoursOff);
  // The civil date as it is written: days that begin at sunset are named by the day that follows.
  return Array.from({ length: days }, (_each, day) => addDays(date.slice(0, 10), day));
};

const unknown = (region: string, what: string, known: readonly string[]): Refusal => ({
  code: 'region-unknown',
  message: `No public holidays are known for ${region}: ${what}. Known are ${known.join(', ')}.`,
  field: 'policy.region',
});

/** The library takes the country where it does not know the part: what it does not know is refused here. */
const refusedRegion = (world: Holidays, region: string): Refusal | undefined => {
  const [country = '', state, part] = region.split('-');
  const countries = Object.keys(world.getCountries());
  if (!countries.includes(country)) return unknown(region, `there is no country ${country}`, countries);
  if (state === undefined) return undefined;
  const states = Object.keys(world.getStates(country) ?? {});
  if (!states.includes(state))
    return unknown(region, `${country} has no part ${state}`, [country, ...states.map((each) => `${country}-${each}`)]);
  if (part === undefined) return undefined;
  const parts = Object.keys(world.getRegions(country, state) ?? {});
  const whole = `${country}-${state}`;
  return parts.includes(part)
    ? undefined
    : unknown(region, `${whole} has no part ${part}`, [whole, ...parts.map((each) => `${whole}-${each}`)]);
};

/**
 * The public holidays of a country or a part of one (`CH`, `CH-ZH`), as civil dates, of every day of some years. Days that
 * are bank holidays, optional or merely observed are none.
 */
export const publicHolidays = async (
  region: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Result<PublicHolidays>> => {
  // Its rules and names take the better part of a second to load: only those wait who have a region.
  const { default: Rules } = await import('date-holidays');
  const refused = refusedRegion(new Rules(), region);
  if (refused) return refuse(refused);
  const [country = '', state = '', part = ''] = region.split('-');
  const rules = new Rules(country, state, part);
  const first = `${from}-01-01`;
  const until = `${to}-12-31`;
  // A holiday of several days may begin in the year before.
  const years = Array.from({ length: to - from + 2 }, (_each, year) => from - 1 + year);
  const dates = years
    .flatMap((year) => rules.getHolidays(year))
    .filter(({ type }) => type === 'public')
    .flatMap(wholeDays)
    .filter((date) => date >= first && date <= until);
  return ok({ dates: [...new Set(dates)].toSorted(), from: first, until });
};
