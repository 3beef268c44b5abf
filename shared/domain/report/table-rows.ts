import { ok, type Result, refuse } from '../result.ts';
import { readGradeCell, readOwner, readRaisedOnCell, readRequirements, readText } from './cells.ts';
import { cellText, findHeader, HEADER_WITHIN, type HeaderRow, repeatsHeader } from './columns.ts';
import type { DraftRow } from './draft.ts';
import type { RowRefusal } from './row.ts';
import type { TableRow, TableSource } from './source.ts';

const LOOKED_FOR =
  'Looked for a row of headers such as "Finding no.", "Grade", "Requirement", "Statement of nonconformity", "Objective evidence", "Raised on"';

const noStatement = (header: HeaderRow): RowRefusal => ({
  code: 'no-statement',
  message: 'There is no statement of what was not fulfilled.',
  field: 'statement',
  ...(header.columns.statement?.[0] && { column: header.columns.statement[0].header }),
});

const readRow = (row: TableRow, header: HeaderRow, today: string): DraftRow => {
  const number = readText(row, header, 'number');
  const statement = readText(row, header, 'statement');
  const objectiveEvidence = readText(row, header, 'objectiveEvidence');
  const process = readText(row, header, 'process');
  const auditor = readText(row, header, 'auditor');
  const grade = readGradeCell(row, header);
  const requirements = readRequirements(row, header);
  const raisedOn = readRaisedOnCell(row, header, today);
  const { notes: ownerNotes, ...owner } = readOwner(row, header);
  const lacksStatement = statement.value === undefined && statement.refusals.length === 0;
  const reads = [number, grade, requirements, statement, objectiveEvidence, process, auditor, raisedOn];
  const numberColumn = header.columns.number?.[0]?.header;
  return {
    row: row.row,
    requirements: requirements.value ?? [],
    ...(number.value !== undefined && { number: number.value }),
    ...(numberColumn !== undefined && { numberColumn }),
    ...(grade.value !== undefined && { grade: grade.value }),
    ...(statement.value !== undefined && { statement: statement.value }),
    ...(objectiveEvidence.value !== undefined && { objectiveEvidence: objectiveEvidence.value }),
    ...(process.value !== undefined && { process: process.value }),
    ...(auditor.value !== undefined && { auditor: auditor.value }),
    ...(raisedOn.value !== undefined && { raisedOn: raisedOn.value }),
    ...owner,
    refusals: [...reads.flatMap((read) => read.refusals), ...(lacksStatement ? [noStatement(header)] : [])],
    notes: [...reads.flatMap((read) => read.notes ?? []), ...ownerNotes],
  };
};

const isEmpty = (row: TableRow): boolean => row.cells.every((cell) => cellText(cell).trim() === '');

/**
 * Rows of a table: finds the header, leaves out what stands above it, empty rows and headers repeated further down.
 * Refused as a whole: `no-header`.
 */
export function tableRows(
  source: TableSource,
  today: string,
): Result<{ readonly drafts: DraftRow[]; readonly ignoredColumns: readonly string[] }> {
  const search = findHeader(source.rows);
  if (!search.found) {
    const nearest =
      search.closest === undefined
        ? ''
        : ` Row ${search.closest.row} has ${search.closest.headers.map((header) => `"${header}"`).join(', ')}, but a column with the statement, and one more that is known, must be there.`;
    return refuse({
      code: 'no-header',
      message: `No header row was recognised in the first ${HEADER_WITHIN} rows. ${LOOKED_FOR}, in English or German.${nearest}`,
      field: 'report',
    });
  }
  const headerRow = source.rows[search.header.index];
  const drafts = source.rows
    .slice(search.header.index + 1)
    .filter((row) => !isEmpty(row) && !(headerRow !== undefined && repeatsHeader(row, headerRow)))
    .map((row) => readRow(row, search.header, today));
  return ok({ drafts, ignoredColumns: search.header.ignored });
}
