/** The middle value, or the mean of the two middle ones. @throws {RangeError} for none */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('there is no median of nothing');
  return (lower + upper) / 2;
};

/**
 * How often each of `b` goes into its neighbour of `a`, in the middle: below 1, `a` is the smaller one. Runs that are
 * neighbours meet the machine in the same mood, so that this moves less than the ratio of the medians.
 */
export const medianRatio = (a: readonly number[], b: readonly number[]): number => {
  if (a.length !== b.length) throw new RangeError(`${a.length} runs have no neighbours among ${b.length}`);
  return median(a.map((value, i) => value / (b[i] ?? Number.NaN)));
};

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Of several runs that measured the same things, each thing's median, rounded. @throws {RangeError} for none */
export const medians = <K extends string>(runs: readonly Readonly<Record<K, number>>[]): Record<K, number> => {
  const [first] = runs;
  if (!first) throw new RangeError('there is no median of nothing');
  const names = Object.keys(first) as K[];
  const middle = (name: K) => [name, Math.round(median(runs.map((run) => run[name])))] as const;
  return Object.fromEntries(names.map(middle)) as Record<K, number>;
};
