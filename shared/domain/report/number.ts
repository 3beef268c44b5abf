const SLUG_LENGTH = 40;

/**
 * The finding's number as it stands in its id and in addresses: lower case, `a-z`, `0-9` and single hyphens, at most 40
 * characters. `NC 01` gives `nc-01`, `NC-Ä/7` gives `nc-a-7`. Empty where the number has no such character.
 */
export const findingSlug = (number: string): string =>
  number
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH + 1)
    .replace(/^-|-$/g, '')
    .slice(0, SLUG_LENGTH)
    .replace(/-$/, '');

/**
 * Equal for two ways of writing one number: case, spaces, hyphens and leading zeros do not tell findings apart (`NC-1`,
 * `nc 01`, `NC001`), but where digits end does (`NC-1.1` and `NC-11`).
 */
const numberKey = (number: string): string =>
  (
    number
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+|\d+/gu) ?? []
  )
    .map((run) => (/^\d/.test(run) ? `.${run.replace(/^0+(?=\d)/, '')}` : run))
    .join('');

/**
 * For each number the indexes of the others that mean the same one, or would get the same id.
 * @param numbers in the order of the report
 */
export function sameNumbers(numbers: readonly string[]): readonly (readonly number[])[] {
  const places = new Map<string, Set<number>>();
  const keys = numbers.map((number) => [`key:${numberKey(number)}`, `slug:${findingSlug(number)}`]);
  keys.forEach((ofNumber, index) => {
    for (const key of ofNumber) places.set(key, (places.get(key) ?? new Set()).add(index));
  });
  return keys.map((ofNumber, index) => {
    const all = new Set(ofNumber.flatMap((key) => [...(places.get(key) ?? [])]));
    return [...all].filter((other) => other !== index).sort((a, b) => a - b);
  });
}

/** `F-<row>`, or with a further figure where the report itself uses that number. `taken` holds slugs. */
export function assignedNumber(row: number, taken: ReadonlySet<string>): string {
  const first = `F-${row}`;
  if (!taken.has(findingSlug(first))) return first;
  let figure = 2;
  while (taken.has(findingSlug(`${first}-${figure}`))) figure += 1;
  return `${first}-${figure}`;
}
