import { ok, type Result, refuse } from '../result.ts';
import type { DraftRow } from './draft.ts';
import { assignedNumber, findingSlug, sameNumbers } from './number.ts';
import { oscalRows } from './oscal-rows.ts';
import { type ReportRow, type RowRefusal, settled } from './row.ts';
import { MAX_FINDINGS, type ReportSource } from './source.ts';
import { tableRows } from './table-rows.ts';

export interface Report {
  readonly rows: ReportRow[];
  /** Headers of columns that nothing was taken from, for the person who confirms. */
  readonly ignoredColumns: readonly string[];
}

type NumberedRow = DraftRow & { readonly number: string };

const withNumbers = (drafts: readonly DraftRow[]): readonly NumberedRow[] => {
  const usable = (draft: DraftRow) => draft.number !== undefined && findingSlug(draft.number) !== '';
  const taken = new Set(drafts.filter(usable).map(({ number = '' }) => findingSlug(number)));
  return drafts.map((draft) => {
    if (draft.number !== undefined && usable(draft)) return { ...draft, number: draft.number };
    const number = assignedNumber(draft.row, taken);
    taken.add(findingSlug(number));
    const why =
      draft.number === undefined ? 'The report gives no number' : `"${draft.number}" has no letter or figure a-z, 0-9`;
    if (draft.refusals.some(({ field }) => field === 'number')) return { ...draft, number };
    return { ...draft, number, notes: [...draft.notes, `${why}: called ${number} after its row.`] };
  });
};

const usedTwice = (row: NumberedRow, others: readonly NumberedRow[]): RowRefusal => {
  const where = others.map(
    (other) => `row ${other.row}${other.number === row.number ? '' : ` (as "${other.number}")`}`,
  );
  return {
    code: 'number-used-twice',
    message: `The number "${row.number}" is used again in ${where.slice(0, 5).join(', ')}${where.length > 5 ? ' and more' : ''}: give each finding its own.`,
    field: 'number',
    ...(row.numberColumn !== undefined && { column: row.numberColumn }),
  };
};

const sameFinding = (row: NumberedRow, others: readonly NumberedRow[]): RowRefusal => ({
  code: 'finding-used-twice',
  message: `The finding ${row.sourceId} stands again in place ${others.map((other) => other.row).join(', ')}.`,
  field: 'sourceId',
});

const compared = (rows: readonly NumberedRow[]): ReportRow[] => {
  const same = sameNumbers(rows.map(({ number }) => number));
  return rows.map((row, index) => {
    const others = (same[index] ?? []).flatMap((at) => rows[at] ?? []);
    const twins = row.sourceId === undefined ? [] : rows.filter((one) => one !== row && one.sourceId === row.sourceId);
    const { numberColumn: _, ...plain } = row;
    return settled({
      ...plain,
      refusals: [
        ...row.refusals,
        ...(others.length > 0 ? [usedTwice(row, others)] : []),
        ...(twins.length > 0 ? [sameFinding(row, twins)] : []),
      ],
    });
  });
};

/**
 * Understands a report, row by row: each is ready, to be completed or refused with every reason. Nothing is issued here.
 * @param today civil date of the organization; nothing was raised later
 *
 * Refused as a whole: `no-header`, `no-rows`, `too-many-rows`.
 */
export function readReport(source: ReportSource, { today }: { readonly today: string }): Result<Report> {
  const read =
    source.kind === 'table' ? tableRows(source, today) : ok({ drafts: oscalRows(source, today), ignoredColumns: [] });
  if (!read.ok) return read;
  const { drafts, ignoredColumns } = read.value;
  if (drafts.length === 0) {
    return refuse({
      code: 'no-rows',
      message:
        source.kind === 'table'
          ? 'The report has a header but no row below it.'
          : 'The assessment results hold no finding whose target is not satisfied.',
      field: 'report',
    });
  }
  if (drafts.length > MAX_FINDINGS) {
    return refuse({
      code: 'too-many-rows',
      message: `The report has ${drafts.length} rows; ${MAX_FINDINGS} is the most. Split the file, or remove what are no findings.`,
      field: 'report',
    });
  }
  return ok({ rows: compared(withNumbers(drafts)), ignoredColumns });
}
