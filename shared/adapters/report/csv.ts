import { CsvError, parse } from 'csv-parse/sync';
import { findHeader } from '#domain/report/columns.ts';
import type { TableRow, TableSource } from '#domain/report/source.ts';
import { ok, type Result } from '#domain/result.ts';
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts';
import { refuseFile, tooLarge } from './refusals.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Rows enough to tell the delimiter by. */
const SAMPLE = 80;
/** Characters. Mostly a quote that is never closed, or no report at all. */
const LONGEST_ROW = 500_000;
/** The first line by which a file tells spreadsheets its delimiter; they do not show it, so it is no row. */
const DECLARATION = /^"?sep=(.)"?\r?\n/i;

const parsed = (text: string, delimiter: string, rows: number): string[][] =>
  parse(text, {
    delimiter,
    to: rows,
    relax_column_count: true,
    // A quote inside an unquoted cell is a character like any other (`12" rack`).
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
  });

const tableOf = (records: readonly (readonly string[])[]): TableRow[] =>
  records.map((cells, index) => ({
    row: index + 1,
    cells: cells.slice(0, MAX_COLUMNS).map((cell) => (cell === '' ? null : cell)),
  }));

interface Attempt {
  readonly delimiter: string;
  /** Header fields recognised, then rows that have the most usual number of cells (more than one). */
  readonly fields: number;
  readonly regular: number;
}

const attempt = (text: string, delimiter: string): Attempt | undefined => {
  try {
    const records = parsed(text, delimiter, SAMPLE);
    const search = findHeader(tableOf(records));
    const widths = new Map<number, number>();
    for (const { length } of records) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    const fields = search.found ? Object.keys(search.header.columns).length : 0;
    return { delimiter, fields, regular: Math.max(0, ...widths.values()) };
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
};

/** The delimiter under which a header is recognised best; quotes and line breaks in cells mislead counting alone. */
const delimiterOf = (text: string): string =>
  DELIMITERS.map((delimiter) => attempt(text, delimiter))
    .filter((found) => found !== undefined)
    .reduce(
      (best, one) =>
        one.fields > best.fields || (one.fields === best.fields && one.regular > best.regular) ? one : best,
      {
        delimiter: ',',
        fields: 0,
        regular: 0,
      },
    ).delimiter;

const ROW_TOO_LONG = `A row is longer than ${LONGEST_ROW / 1000} 000 characters. Mostly a quotation mark is opened in it and not closed: save the file again from the spreadsheet.`;

const unreadable = (error: CsvError) => {
  if (error.code === 'CSV_MAX_RECORD_SIZE') return refuseFile('report-unreadable', ROW_TOO_LONG);
  return refuseFile(
    'report-unreadable',
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'A quotation mark is opened and not closed, so that the rows after it cannot be told apart: save the file again from the spreadsheet.'
      : `The text cannot be read as a table: ${error.message}.`,
  );
};

/**
 * Reads CSV with comma, semicolon, tab or bar between cells. Rows are counted as a spreadsheet shows them: a cell of
 * several lines is in one row, and an empty line is a row.
 */
export function readCsv(text: string): Result<TableSource> {
  // The parser's own limit does not count delimiters: ten million of them are ten million cells.
  if (text.length > LONGEST_ROW && text.split(/[\r\n]/).some((line) => line.length > LONGEST_ROW)) {
    return refuseFile('report-unreadable', ROW_TOO_LONG);
  }
  const declared = DECLARATION.exec(text);
  const content = text.slice(declared?.[0].length ?? 0);
  const delimiter = declared?.[1] ?? delimiterOf(content);
  try {
    const records = parsed(content, delimiter, MAX_ROWS + 1);
    if (records.length > MAX_ROWS)
      return tooLarge(
        `The file has more than ${MAX_ROWS} rows: remove what does not belong to the findings, or split the file.`,
      );
    return ok({ kind: 'table', rows: tableOf(records) });
  } catch (error) {
    if (error instanceof CsvError) return unreadable(error);
    throw error;
  }
}
