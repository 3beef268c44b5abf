/** With a capital letter at its beginning. */
export const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Terms as they stand alone: on a button, in a table. */
export const labels = <K extends string>(terms: Readonly<Record<K, string>>): Record<K, string> =>
  Object.fromEntries(Object.entries<string>(terms).map(([key, term]) => [key, capitalized(term)])) as Record<K, string>;
