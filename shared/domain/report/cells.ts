import { PersonId } from '../people/person.ts';
import { isPlaceholder, parseRequirements, type Requirement } from '../requirement/requirement.ts';
import type { Refusal, Result } from '../result.ts';
import { type Column, cellText, type HeaderRow } from './columns.ts';
import { readGrade } from './grade.ts';
import { type ColumnField, isAnnexHeader } from './headers.ts';
import { readRaisedOn } from './raised-on.ts';
import type { ReportRow, RowRefusal } from './row.ts';
import type { Cell, TableRow } from './source.ts';

/** Characters; what a finding can hold. */
export const LONGEST = { number: 40, statement: 4000, objectiveEvidence: 8000, process: 200, auditor: 200 } as const;
export type TextField = keyof typeof LONGEST;

/** What one field of a row came to. `value` is absent where the cells are empty or refused. */
export interface Read<T> {
  readonly value?: T;
  readonly refusals: readonly RowRefusal[];
  readonly notes?: readonly string[];
}

interface Filled {
  readonly column: Column;
  readonly cell: Exclude<Cell, null>;
}

const LONGEST_HINT = 200;
const LONGEST_OWNER = 1000;

/** Line breaks as `\n`, no control characters, nothing that could not be written as UTF-8. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u00ad\u200b\ufeff]/gu, '')
    .replace(/\u00a0/g, ' ')
    .trim();

/** At most `length` characters, without half a character at the end. */
export const cut = (text: string, length: number): string => text.slice(0, length).toWellFormed();

const filled = (row: TableRow, header: HeaderRow, field: ColumnField): readonly Filled[] =>
  (header.columns[field] ?? []).flatMap((column) => {
    const cell = row.cells[column.index] ?? null;
    return cell === null || isPlaceholder(clean(cellText(cell))) ? [] : [{ column, cell }];
  });

const none = { refusals: [] };
const refused = (column: Column, ...refusals: readonly Refusal[]): { readonly refusals: RowRefusal[] } => ({
  refusals: refusals.map((refusal) => ({ ...refusal, column: column.header })),
});

const cellError = (field: ColumnField, cell: { readonly error: string }): Refusal => ({
  code: 'cell-error',
  message: `The cell holds ${cell.error} in place of a value: mend it in the spreadsheet.`,
  field,
});

const turnedToDate = (field: ColumnField, date: string): Refusal => ({
  code: 'turned-into-a-date',
  message: `The spreadsheet has turned the cell into the date ${date}: format the column as text and enter it again.`,
  field,
});

export const tooLong = (field: TextField, length: number): Refusal => ({
  code: 'text-too-long',
  message: `The text has ${length} characters; ${LONGEST[field]} is the most.`,
  field,
});

/** Dates are written out in running text; as a number they are the mistake of a spreadsheet (`1-2` became 1 February). */
export function readText(row: TableRow, header: HeaderRow, field: TextField): Read<string> {
  const [first] = filled(row, header, field);
  if (first === undefined) return none;
  const { column, cell } = first;
  if (typeof cell === 'object' && 'error' in cell) return refused(column, cellError(field, cell));
  if (typeof cell === 'object' && field === 'number') return refused(column, turnedToDate(field, cell.date));
  const text = clean(cellText(cell));
  return text.length > LONGEST[field] ? refused(column, tooLong(field, text.length)) : { value: text, refusals: [] };
}

export function readGradeCell(row: TableRow, header: HeaderRow): Read<NonNullable<ReportRow['grade']>> {
  const [first] = filled(row, header, 'grade');
  if (first === undefined) return none;
  const { column, cell } = first;
  if (typeof cell === 'object' && 'error' in cell) return refused(column, cellError('grade', cell));
  const text = clean(cellText(cell));
  const reading = readGrade(cut(text, LONGEST_HINT));
  if (reading.kind === 'grade') return { value: reading.grade, refusals: [] };
  if (reading.kind === 'nonconformity')
    return { refusals: [], notes: [`"${cut(text, 80)}" does not say whether major or minor.`] };
  return refused(column, {
    code: 'unknown-grade',
    message: `"${cut(text, 80)}" is no grade: write Major, Minor or OFI (opportunity for improvement).`,
    field: 'grade',
  });
}

const requirementsIn = ({ column, cell }: Filled): Result<Requirement[]> => {
  if (typeof cell === 'object') {
    const refusal = 'error' in cell ? cellError('requirements', cell) : turnedToDate('requirements', cell.date);
    return { ok: false, refusals: [refusal] };
  }
  return parseRequirements(clean(cell), isAnnexHeader(column.header) ? 'prefer' : 'no');
};

/** All columns together: many reports have clauses in one and controls in the next. */
export function readRequirements(row: TableRow, header: HeaderRow): Read<Requirement[]> {
  const found = new Map<string, Requirement>();
  const refusals: RowRefusal[] = [];
  for (const cell of filled(row, header, 'requirements')) {
    const result = requirementsIn(cell);
    if (!result.ok) refusals.push(...refused(cell.column, ...result.refusals).refusals);
    else for (const requirement of result.value) found.set(`${requirement.framework}\n${requirement.id}`, requirement);
  }
  return { value: [...found.values()], refusals };
}

export function readRaisedOnCell(row: TableRow, header: HeaderRow, today: string): Read<string> {
  const [first] = filled(row, header, 'raisedOn');
  if (first === undefined) return none;
  const { column, cell } = first;
  if (typeof cell === 'object' && 'error' in cell) return refused(column, cellError('raisedOn', cell));
  const date = readRaisedOn(cut(clean(cellText(cell)), 80), today);
  return date.ok ? { value: date.value, refusals: [] } : refused(column, ...date.refusals);
}

export interface OwnerRead {
  readonly owner?: string;
  readonly ownerHint?: string;
  readonly notes: readonly string[];
}

/** `Jo Doe <jo@example.org>, mailto:x@example.org`: what lies between blanks, brackets and separators. */
const addressesIn = (text: string): readonly string[] =>
  text.split(/[\s<>()[\],;|"]+|mailto:/i).flatMap((part) => {
    const address = PersonId.safeParse(part.replace(/^'|[.:']+$/g, ''));
    return address.success ? [address.data] : [];
  });

/** The first e-mail address of the owner columns; else the first text, as a hint for who completes the row. */
export function readOwner(row: TableRow, header: HeaderRow): OwnerRead {
  const texts = filled(row, header, 'owner')
    .filter(({ cell }) => typeof cell === 'string')
    .map(({ cell }) => cut(clean(cellText(cell)), LONGEST_OWNER).replace(/\s+/g, ' '));
  const [owner, ...others] = new Set(texts.flatMap(addressesIn));
  if (owner !== undefined) {
    return { owner, notes: others.length > 0 ? [`Of several addresses ${owner} was taken as the owner.`] : [] };
  }
  const [hint] = texts;
  return { ...(hint !== undefined && { ownerHint: cut(hint, LONGEST_HINT) }), notes: [] };
}
