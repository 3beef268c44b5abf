import { type ColumnField, columnFields, type HeaderMeaning, headerWords, LOOSE, meaningOf } from './headers.ts';
import type { Cell, TableRow } from './source.ts';

export interface Column {
  readonly index: number;
  /** As it stands in the file, on one line. */
  readonly header: string;
}

export interface HeaderRow {
  /** Index into the rows of the table (not the number a person sees). */
  readonly index: number;
  /** The columns of each field, the preferred one first; `statement` has at least one. */
  readonly columns: Readonly<Partial<Record<ColumnField, readonly Column[]>>>;
  /** Headers that mean nothing to Redress. */
  readonly ignored: readonly string[];
}

/** Title rows, logos and key data may stand before the header, but not more than this. */
export const HEADER_WITHIN = 60;
/** A header longer than this is text. */
const LONGEST_HEADER = 120;
const LONGEST_NUMBER = 24;

export const cellText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return 'date' in cell ? cell.date : cell.error;
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Candidate = Column & { readonly meaning: Exclude<HeaderMeaning, undefined> };

const candidates = (row: TableRow): readonly Candidate[] =>
  row.cells.flatMap((cell, index) => {
    if (typeof cell !== 'string' || cell.length > LONGEST_HEADER) return [];
    const meaning = meaningOf(cell);
    return meaning === undefined ? [] : [{ index, header: oneLine(cell), meaning }];
  });

const isLoose = ({ meaning }: Candidate): boolean => meaning !== 'number-or-statement' && meaning.rank >= LOOSE;

const columnsOf = (found: readonly Candidate[], field: ColumnField): readonly Column[] => {
  const ranked = found
    .flatMap(({ meaning, ...column }) =>
      meaning !== 'number-or-statement' && meaning.field === field ? [{ column, rank: meaning.rank }] : [],
    )
    .sort((a, b) => a.rank - b.rank || a.column.index - b.column.index);
  const sure = ranked.filter(({ rank }) => rank < LOOSE);
  // A guess counts only where nothing better is there: all requirement columns are read together.
  return (sure.length > 0 ? sure : ranked.slice(0, 1)).map(({ column }) => column);
};

/** Whether the cells below are short and have figures: "NC-01" under "Finding" is a number, a sentence is not. */
const holdsNumbers = (column: Column, below: readonly TableRow[]): boolean => {
  const texts = below.map(({ cells }) => cellText(cells[column.index]).trim()).filter((text) => text !== '');
  const numbers = texts.filter((text) => text.length <= LONGEST_NUMBER && /\d/.test(text));
  return numbers.length > texts.length / 2;
};

const columnsFrom = (found: readonly Candidate[], below: readonly TableRow[]): HeaderRow['columns'] => {
  const columns: Partial<Record<ColumnField, readonly Column[]>> = {};
  for (const field of columnFields) {
    const ofField = columnsOf(found, field);
    if (ofField.length > 0) columns[field] = ofField;
  }
  for (const { meaning, ...column } of found) {
    if (meaning !== 'number-or-statement') continue;
    const field = columns.number === undefined && holdsNumbers(column, below) ? 'number' : 'statement';
    columns[field] ??= [column];
  }
  return columns;
};

export type HeaderSearch =
  | { readonly found: true; readonly header: HeaderRow }
  /** `closest`: the row that came nearest, and which fields were seen in it. */
  | { readonly found: false; readonly closest?: { readonly row: number; readonly headers: readonly string[] } };

/** How well a row is a header: a field counts double where the header is one in use, and not a guess by a word of it. */
const strength = (found: readonly Candidate[], columns: HeaderRow['columns']): number => {
  const guessed = new Set(found.filter(isLoose).map(({ index }) => index));
  return Object.values(columns).reduce((sum, [first]) => sum + (first && guessed.has(first.index) ? 1 : 2), 0);
};

const ignoredHeaders = (row: TableRow, columns: HeaderRow['columns']): readonly string[] => {
  const used = new Set(Object.values(columns).flatMap((ofField) => ofField.map(({ index }) => index)));
  return row.cells.flatMap((cell, index) => {
    const header = oneLine(cellText(cell));
    return header === '' || used.has(index) ? [] : [header];
  });
};

/**
 * The header row: of the first {@link HEADER_WITHIN} rows the one with the most fields recognised, which must be at
 * least two, one of them the statement.
 */
export function findHeader(rows: readonly TableRow[]): HeaderSearch {
  let best: { readonly header: HeaderRow; readonly strength: number } | undefined;
  let closest: { readonly row: number; readonly headers: readonly string[] } | undefined;
  for (const [index, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const found = candidates(row);
    if (found.length === 0) continue;
    const columns = columnsFrom(found, rows.slice(index + 1));
    const ofRow = strength(found, columns);
    const isHeader = columns.statement !== undefined && Object.keys(columns).length >= 2 && !found.every(isLoose);
    if (isHeader && ofRow > (best?.strength ?? 0)) {
      best = { strength: ofRow, header: { index, columns, ignored: ignoredHeaders(row, columns) } };
    }
    if (!isHeader && found.length > (closest?.headers.length ?? 0)) {
      closest = { row: row.row, headers: found.map(({ header }) => header) };
    }
  }
  if (best !== undefined) return { found: true, header: best.header };
  return closest === undefined ? { found: false } : { found: false, closest };
}

/** The header again, as it stands on each printed page, or its second line. */
export const repeatsHeader = (row: TableRow, header: TableRow): boolean => {
  const filled = row.cells.flatMap((cell, index) => {
    const text = cellText(cell);
    return text.trim() === '' ? [] : [{ text, above: cellText(header.cells[index]) }];
  });
  const same = filled.filter(
    ({ text, above }) => text.length <= LONGEST_HEADER && headerWords(text) === headerWords(above),
  );
  return same.length >= 2 && same.length * 2 >= filled.length;
};
