import type { Weekday } from '#domain/calendar/working-days.ts';
import { weekdays } from '#domain/calendar/working-days.ts';
import { useSpeech } from '../../words/words.tsx';

const zone = { timeZone: 'UTC' } as const;
const dayOf = (civil: string): Date => new Date(`${civil}T00:00:00Z`);
/** A Monday. */
const firstOfWeek = Date.UTC(2024, 0, 1);

/** Civil dates with their day of the week, days of the week, and several of anything, as the person's language says it. */
export const useDays = () => {
  const { locale } = useSpeech();
  const dates = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...zone,
  });
  const names = new Intl.DateTimeFormat(locale, { weekday: 'long', ...zone });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const list = (texts: readonly string[]): string => lists.format(texts);
  return {
    list,
    day: (civil: string): string => dates.format(dayOf(civil)),
    days: (civil: readonly string[]): string => list(civil.map((each) => dates.format(dayOf(each)))),
    weekday: (name: Weekday): string => names.format(new Date(firstOfWeek + weekdays.indexOf(name) * 86_400_000)),
  };
};
