import type { Reason } from '../../../client/client.ts';

/** What changes, or what follows from what stands there now: files may arrive in two places at once. */
export type Change<T> = Partial<T> | ((present: T) => Partial<T>);

/** What every form of a stage is given: what stands in it, what is wrong with it, and whom it is told of a change. */
export interface StageForm<T> {
  readonly content: T;
  readonly reasons: readonly Reason[];
  /** Who is likely to be named. */
  readonly known: readonly { readonly email: string; readonly name?: string }[];
  readonly onChange: (part: Change<T>) => void;
}

/** The next short name of a kind that is not taken: C1, C2, … */
export const nextLabel = (letter: string, taken: readonly { readonly label: string }[]): string => {
  let number = taken.length + 1;
  while (taken.some(({ label }) => label === `${letter}${number}`)) number += 1;
  return `${letter}${number}`;
};

export const replaced = <T>(list: readonly T[], index: number, part: Partial<T>): T[] =>
  list.map((each, i) => (i === index ? { ...each, ...part } : each));

export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_each, i) => i !== index);
