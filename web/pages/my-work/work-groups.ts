import type { Answer } from '../../client/types.ts';

export type Work = Answer<'listWork'>['work'][number];

/** By when something is due: before today, within the next seven days, after that, or by no date. */
export const groupNames = ['overdue', 'soon', 'later', 'undated'] as const;
export type GroupName = (typeof groupNames)[number];

const day = 86_400_000;

/** Days from one civil date to another: calendar dates, whatever the zone. */
export const daysUntil = (today: string, due: string): number => (Date.parse(due) - Date.parse(today)) / day;

export const groupOf = (due: string | undefined, today: string): GroupName => {
  if (due === undefined) return 'undated';
  const days = daysUntil(today, due);
  if (days < 0) return 'overdue';
  return days <= 7 ? 'soon' : 'later';
};

/** The groups that have anything in them, the most urgent first, each in the order in which it was given. */
export const grouped = <T extends Pick<Work, 'due'>>(
  work: readonly T[],
  today: string,
): readonly { readonly name: GroupName; readonly items: readonly T[] }[] => {
  const groups = Map.groupBy(work, ({ due }) => groupOf(due, today));
  return groupNames.flatMap((name) => {
    const items = groups.get(name);
    return items ? [{ name, items }] : [];
  });
};
