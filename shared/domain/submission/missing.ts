import type { Refusal } from '../result.ts';

/** A reason for every part that is absent, empty lists counted as absent. `parts`: field path to [value, what to do]. */
export const missingParts = (parts: Readonly<Record<string, readonly [unknown, string]>>): Refusal[] =>
  Object.entries(parts)
    .filter(([, [value]]) => value === undefined || (Array.isArray(value) && value.length === 0))
    .map(([field, [, message]]) => ({ code: 'missing-part', message, field }));

/** A reason when something is said to be done on a day that has not come. */
export const inTheFuture = (field: string, date: string | undefined, today: string): Refusal[] =>
  date !== undefined && date > today
    ? [{ code: 'future-date', message: `${date} lies in the future: only what is done can be handed in.`, field }]
    : [];

/** A reason for every short name that is used more than once in a list. */
export const usedTwice = (labels: readonly string[], field: string): Refusal[] =>
  [...new Set(labels.filter((label, i) => labels.indexOf(label) !== i))].map((label) => ({
    code: 'label-used-twice',
    message: `The short name ${label} is used twice; give each its own.`,
    field,
  }));
