/** A line of what somebody typed: under which field, and what. */
export interface DraftLine {
  readonly label: string;
  readonly text: string;
}

/** How the fields of a submission are called, by their names in it; those that are not there are not shown. */
export type FieldNames = Readonly<Record<string, string>>;

interface Naming {
  readonly names: FieldNames;
  /** How what is chosen from a few is called, by its code. */
  readonly choices: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly no: string;
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

/** An entry of a list by the short name that it was given, or else by its place. */
const entryName = (entry: unknown, place: number): string =>
  typeof entry === 'object' && entry !== null && 'label' in entry ? String(entry.label) : String(place + 1);

/**
 * What stands in a draft, as lines to be read and copied: nothing that was left blank. A draft is as unfinished as it was
 * left: whatever is in it is shown as it stands.
 */
export const draftLines = (value: unknown, naming: Naming, label = ''): readonly DraftLine[] => {
  if (typeof value === 'boolean') return [{ label, text: value ? naming.yes : naming.no }];
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ label, text: naming.choices[value] ?? value }];
  if (Array.isArray(value))
    return value.every((each) => typeof each === 'string')
      ? draftLines(value.join(', '), naming, label)
      : value.flatMap((each, place) => draftLines(each, naming, joined(label, entryName(each, place))));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const called = naming.names[name];
    return called === undefined ? [] : draftLines(part, naming, joined(label, called));
  });
};
