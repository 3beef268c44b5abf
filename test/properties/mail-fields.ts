/** Where texts stand in a value: the path to each. */
export type Path = readonly (string | number)[];

/** Paths of all texts in a value, in lists and objects at any depth. */
export const textsIn = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
};

/** A value with another text at a path. */
export const withText = (value: unknown, [key, ...rest]: Path, text: string): unknown => {
  if (key === undefined) return text;
  if (Array.isArray(value)) return value.map((inner, i) => (i === key ? withText(inner, rest, text) : inner));
  if (typeof value !== 'object' || value === null) throw new TypeError('no such path');
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === key ? withText(inner, rest, text) : inner]),
  );
};

/** A field that takes any text, of so many characters. */
export interface FreeField {
  readonly path: Path;
  readonly most: number;
}

/** Something of everything that could break out of a header, a line or an element. */
const nasty = (length: number): string => 'a<b>"c\'&\r\nBcc: d'.repeat(20).slice(0, length);

interface Schema {
  safeParse(value: unknown): { readonly success: boolean };
}

/**
 * The fields of a value that take any text, found by giving each one: a person can fill those, whatever the program means
 * them for. What takes only some texts, such as dates and codes, is none.
 */
export const freeFields = (schema: Schema, value: unknown): readonly FreeField[] =>
  textsIn(value).flatMap((path) => {
    const most = [200, 20].find((length) => schema.safeParse(withText(value, path, nasty(length))).success);
    return most === undefined ? [] : [{ path, most }];
  });

/** The value with one text in all of its free fields, cut where a field takes no more. */
export const filled = <T>(value: T, fields: readonly FreeField[], text: string): T =>
  fields.reduce<unknown>((done, { path, most }) => withText(done, path, [...text].slice(0, most).join('')), value) as T;
