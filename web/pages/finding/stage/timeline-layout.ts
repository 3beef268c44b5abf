import { addDays, daysBetween } from '#domain/calendar/civil-date.ts';
import type { PlannedAction } from '#domain/submission/submission.ts';

/** An action on the timeline. `late`: days past the deadline. `tooSoon`: it is due before these, which it waits for. */
export interface Mark {
  readonly label: string;
  readonly dueDate: string;
  readonly x: number;
  readonly y: number;
  readonly late: number;
  readonly tooSoon: readonly string[];
}

export interface Layout {
  readonly height: number;
  readonly deadline: number;
  /** First days of months, and where they lie. */
  readonly months: readonly { readonly day: string; readonly x: number }[];
  readonly marks: readonly Mark[];
  /** From what must be done first to what waits for it. */
  readonly waits: readonly { readonly from: Mark; readonly to: Mark }[];
}

export const rowHeight = 30;
const top = 26;
const bottom = 22;

/** A date as it may be half typed. */
const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The first days of the months from one day to another, at most so many, evenly left out. */
const monthsBetween = (first: string, last: string, most: number): string[] => {
  const days: string[] = [];
  let day = `${first.slice(0, 7)}-01`;
  while (day <= last) {
    if (day >= first) days.push(day);
    day = `${addDays(day, 32).slice(0, 7)}-01`;
  }
  const each = Math.ceil(days.length / most);
  return days.filter((_day, i) => i % each === 0);
};

/**
 * The actions along the days until the deadline of the stage, in a figure of that width; those without a date are not on
 * it. `undefined`: none has one.
 * @param names width that is left for the names of the actions, at the left
 */
export const layoutOf = (
  actions: readonly PlannedAction[],
  deadline: string,
  { width, names, right }: { readonly width: number; readonly names: number; readonly right: number },
): Layout | undefined => {
  const dated = actions.flatMap((action) => (isDay(action.dueDate) ? [{ ...action, dueDate: action.dueDate }] : []));
  if (dated.length === 0) return undefined;
  const days = [...dated.map(({ dueDate }) => dueDate), deadline].toSorted();
  const [earliest = deadline] = days;
  const [first, last] = [addDays(earliest, -3), addDays(days.at(-1) ?? deadline, 3)];
  const x = (day: string): number =>
    Math.round(names + (daysBetween(first, day) / daysBetween(first, last)) * (width - names - right));
  const dueOf = (label: string) => dated.find((action) => action.label === label)?.dueDate;
  const marks = dated.map(
    ({ label, dueDate, dependsOn = [] }, row): Mark => ({
      label,
      dueDate,
      x: x(dueDate),
      y: top + row * rowHeight + rowHeight / 2,
      late: Math.max(0, daysBetween(deadline, dueDate)),
      tooSoon: dependsOn.filter((before) => (dueOf(before) ?? '') > dueDate),
    }),
  );
  return {
    height: top + dated.length * rowHeight + bottom,
    deadline: x(deadline),
    months: monthsBetween(first, last, Math.max(2, Math.floor((width - names) / 90))).map((day) => ({
      day,
      x: x(day),
    })),
    marks,
    waits: dated.flatMap(({ dependsOn = [] }, row) =>
      dependsOn.flatMap((before) => {
        const from = marks.find(({ label }) => label === before);
        const to = marks[row];
        return from && to && from !== to ? [{ from, to }] : [];
      }),
    ),
  };
};
