import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { findHeader } from '#domain/report/columns.ts';
import type { Cell, TableRow, TableSource } from '#domain/report/source.ts';
import { ok, type Result } from '#domain/result.ts';
import { MAX_COLUMNS } from './limits.ts';
import { type MergedDown, NO_RESULT, plainSheet } from './plain-sheet.ts';
import { refuseFile } from './refusals.ts';
import { openWorkbook, type WorkbookParts } from './workbook-parts.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of this one sheet, so that nothing else in the file is ever given to exceljs. */
const loaded = async (sheet: string, parts: WorkbookParts): Promise<ExcelJS.Worksheet | undefined> => {
  const zip = new JSZip();
  zip.file(
    'xl/workbook.xml',
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><workbookPr date1904="${parts.date1904 ? 1 : 0}"/><sheets><sheet name="report" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  );
  zip.file('xl/worksheets/sheet1.xml', sheet);
  if (parts.sharedStrings !== undefined) zip.file('xl/sharedStrings.xml', parts.sharedStrings);
  if (parts.styles !== undefined) zip.file('xl/styles.xml', parts.styles);
  const workbook = new ExcelJS.Workbook();
  const bytes = await zip.generateAsync({ type: 'arraybuffer' });
  // exceljs declares a Buffer of its own that is in truth whatever JSZip loads.
  await workbook.xlsx.load(bytes as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook.worksheets[0];
};

/** `8.10` shown by the format `0.00` is not the number 8.1: zeros at the end tell controls apart. */
const numberText = (value: number, format: string | undefined): string => {
  const decimals = /^0\.(0+)$/.exec(format ?? '')?.[1]?.length;
  return decimals === undefined ? String(value) : value.toFixed(decimals);
};

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('richText' in value) || !Array.isArray(value.richText))
    return '';
  return value.richText
    .map((run: { readonly text?: unknown }) => (typeof run.text === 'string' ? run.text : ''))
    .join('');
};

const cellOf = ({ value, numFmt }: ExcelJS.Cell): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return numberText(value, numFmt);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) {
    // exceljs gives the wall-clock date as if it were UTC: taken back the same way, no zone can move it.
    return Number.isNaN(value.getTime()) ? { error: '#DATE' } : { date: value.toISOString().slice(0, 10) };
  }
  if (typeof value === 'object' && 'error' in value) {
    const error = String(value.error);
    return { error: error === NO_RESULT ? 'a formula without its result' : error };
  }
  const text = textOf(value).replace(/_x([0-9A-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return text === '' ? null : text.toWellFormed();
};

const rowsOf = (worksheet: ExcelJS.Worksheet): TableRow[] => {
  const rows: TableRow[] = [];
  worksheet.eachRow((row, number) => {
    const cells: Cell[] = [];
    row.eachCell((cell, column) => {
      if (column > MAX_COLUMNS) return;
      while (cells.length < column) cells.push(null);
      cells[column - 1] = cellOf(cell);
    });
    rows.push({ row: number, cells });
  });
  return rows;
};

/** Gives every row of a cell merged downwards its value, as a person reading the sheet does; sideways it stays one. */
const filledDown = (rows: readonly TableRow[], merges: readonly MergedDown[]): TableRow[] => {
  const merged = rows.map((row) => ({ row: row.row, cells: [...row.cells] }));
  for (const { firstColumn, firstRow, lastRow } of merges) {
    const value = merged.find(({ row }) => row === firstRow)?.cells[firstColumn - 1] ?? null;
    if (value === null) continue;
    for (const row of merged) {
      if (row.row <= firstRow || row.row > lastRow) continue;
      while (row.cells.length < firstColumn) row.cells.push(null);
      row.cells[firstColumn - 1] = value;
    }
  }
  return merged;
};

const UNREADABLE = refuseFile(
  'report-unreadable',
  'The sheet of the workbook cannot be read: open it in a spreadsheet and save it again.',
);

const tableOf = async (
  sheet: { readonly name: string; readonly path: string },
  parts: WorkbookParts,
): Promise<Result<TableSource>> => {
  const xml = await parts.unpack(sheet.path);
  if (!xml.ok) return xml;
  const plain = plainSheet(xml.value);
  if (!plain.ok) return plain;
  try {
    const worksheet = await loaded(plain.value.xml, parts);
    const rows = worksheet === undefined ? [] : filledDown(rowsOf(worksheet), plain.value.mergedDown);
    return ok({ kind: 'table', sheet: sheet.name, rows });
  } catch (error) {
    // exceljs throws plain errors of every kind at XML that it does not expect.
    if (error instanceof Error) return UNREADABLE;
    throw error;
  }
};

/**
 * Reads the first visible sheet that has a header; where none has, the first that is not empty, so that the refusal can
 * say what was seen there. Formulas count by their saved results, links by their text, dates as they stand in the sheet.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Result<TableSource>> {
  const parts = await openWorkbook(bytes);
  if (!parts.ok) return parts;
  let first: Result<TableSource> | undefined;
  for (const sheet of parts.value.sheets) {
    const table = await tableOf(sheet, parts.value);
    if (table.ok && findHeader(table.value.rows).found) return table;
    if (first === undefined || (first.ok && first.value.rows.length === 0)) first = table;
  }
  return first ?? refuseFile('report-unreadable', 'The workbook has no visible sheet.');
}
