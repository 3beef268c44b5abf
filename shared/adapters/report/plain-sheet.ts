import { ok, type Result } from '#domain/result.ts';
import { MAX_CELLS, MAX_ROWS, MAX_SHEET_LENGTH } from './limits.ts';
import { tooLarge } from './refusals.ts';
import { element, tags, withoutPrefix } from './xml-tags.ts';

/** Rows of one column that are shown as one cell: the value is in the first of them. 1-based, both ends included. */
export interface MergedDown {
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

export interface PlainSheet {
  readonly xml: string;
  readonly mergedDown: readonly MergedDown[];
}

/** Marks a formula that was saved without its result; read back as the error of the cell. */
export const NO_RESULT = '#NO RESULT';
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

const mergedDown = (xml: string): readonly MergedDown[] =>
  tags(xml, 'mergeCell')
    .slice(0, MAX_ROWS)
    .flatMap(({ ref = '' }) => {
      const range = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref);
      if (range === null) return [];
      const [, from = '', first = '', to = '', last = ''] = range;
      const [firstRow, lastRow] = [Number(first), Math.min(Number(last), Number(first) + MAX_ROWS)];
      if (lastRow <= firstRow) return [];
      return [{ firstColumn: columnNumber(from), lastColumn: columnNumber(to), firstRow, lastRow }];
    });

/**
 * What of a cell is its value. A formula goes, its saved result stays. A text or error in a cell with a date format would
 * become an invalid date in exceljs, and an ISO date (`t="d"`) the year alone as a number.
 */
const plainCell = (cell: string): string => {
  const value = cell.replace(/<f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/f>)/, '');
  const isFormula = value !== cell;
  const end = value.indexOf('>') + 1;
  const open = value.slice(0, end);
  const type = /\st="(\w+)"/.exec(open)?.[1];
  if (isFormula && type === undefined && !/<v[\s>]/.test(value)) {
    return `${open.replace(/\ss="\d+"/, '').replace('>', ' t="e">')}<v>${NO_RESULT}</v>`;
  }
  if (type === undefined || type === 'n' || type === 's') return value;
  return `${open.replace(/\ss="\d+"/, '').replace(' t="d"', ' t="str"')}${value.slice(end)}`;
};

const withPlainLastCell = (upToEnd: string, index: number, all: readonly string[]): string => {
  const start = upToEnd.lastIndexOf('<c ');
  if (start < 0 || index === all.length - 1) return upToEnd;
  return `${upToEnd.slice(0, start)}${plainCell(upToEnd.slice(start))}`;
};

/**
 * The sheet without all that makes exceljs slow or fail and a report does not need: rows and cells that are only
 * formatted (a million of them where a whole column is), validations and merged ranges that it would unfold cell by cell,
 * drawings, comments and tables.
 *
 * Refused: `report-too-large`.
 */
export function plainSheet(sheet: string): Result<PlainSheet> {
  const { inner, after } = element(withoutPrefix(sheet, 'worksheet'), 'sheetData');
  // Every pattern stops at the next tag: what is hostile takes no longer to read than what is long.
  const filled = inner.replace(/<c\b[^<>]*(?:\/>|><\/c>)/g, '').replace(/<row\b[^<>]*(?:\/>|>\s*<\/row>)/g, '');
  const count = (pattern: RegExp) => filled.match(pattern)?.length ?? 0;
  if (filled.length > MAX_SHEET_LENGTH || count(/<row\b/g) > MAX_ROWS || count(/<c\b/g) > MAX_CELLS) {
    return tooLarge(
      `The sheet has more than ${MAX_ROWS} rows, or more than ${MAX_CELLS} cells: remove what does not belong to the findings, or split the file.`,
    );
  }
  const rows = filled.split('</c>').map(withPlainLastCell).join('</c>');
  const isOutside = [...rows.matchAll(/<(?:row|c)\b[^<>]*?\sr="([A-Z]*)(\d+)"/g)].some(
    ([, column = '', row = '']) => Number(row) > LAST_ROW || columnNumber(column) > LAST_COLUMN,
  );
  if (isOutside)
    return tooLarge(
      'The sheet has cells beyond what a spreadsheet can have: remove what does not belong to the findings, or split the file.',
    );
  return ok({
    xml: `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    mergedDown: mergedDown(after),
  });
}
