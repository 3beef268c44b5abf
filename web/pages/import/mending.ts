import { parsed } from '#contracts/parsed.ts';
import { PersonId } from '#domain/people/person.ts';
import { completeRow, type ReportRow } from '#domain/report/row.ts';
import { parseRequirements } from '#domain/requirement/requirement.ts';
import type { Answer } from '../../client/types.ts';
import { filled } from '../finding/stage/filled.ts';

export type ImportShown = Answer<'getImport'>;

/** What a person adds to one row, as it is typed. */
export interface Mended {
  readonly grade?: ReportRow['grade'];
  readonly owner?: string;
  readonly requirements?: string;
  readonly leaveOut?: boolean;
}

/** What a person adds to a report. */
export interface Mending {
  /** Of every row that names none. */
  readonly owner?: string;
  readonly rows: Readonly<Record<string, Mended>>;
}

export const nothingMended: Mending = { rows: {} };

/** A row as it would be confirmed now. */
export interface RowNow {
  /** As the report has it. */
  readonly row: ReportRow;
  /** As it is typed. */
  readonly typed: Mended;
  /** What of it is not blank. */
  readonly mended: Mended;
  /** With what was added, by the very rule of the domain. */
  readonly completed: ReportRow;
  readonly stands: 'ready' | 'to-be-completed' | 'refused' | 'left-out';
  /** What is wrong with what was typed, at its part; sentences in English. */
  readonly wrong: Readonly<Partial<Record<'owner' | 'requirements', readonly string[]>>>;
}

/** What is wrong with an address; nothing is wrong with none. */
export const wrongAddress = (text: string | undefined): string | undefined => {
  if (text === undefined || text.trim() === '') return undefined;
  const read = parsed('address', PersonId, text.trim());
  return read.ok ? undefined : read.refusals[0]?.message;
};

/** One row with what was added to it. */
export const rowNow = (row: ReportRow, { owner, rows }: Mending): RowNow => {
  const typed = rows[String(row.row)] ?? {};
  const mended = filled(typed) as Mended;
  const named = mended.owner ?? owner?.trim();
  const read = mended.requirements === undefined ? undefined : parseRequirements(mended.requirements);
  const ownerFault = wrongAddress(mended.owner);
  const completed = completeRow(row, {
    grade: mended.grade,
    owner: wrongAddress(named) === undefined ? named : undefined,
    requirements: read?.ok ? read.value : undefined,
  });
  return {
    row,
    typed,
    mended,
    completed,
    // A refused row is out already, whatever anybody wishes.
    stands: row.status !== 'refused' && mended.leaveOut === true ? 'left-out' : completed.status,
    wrong: {
      ...(ownerFault !== undefined && { owner: [ownerFault] }),
      ...(read?.ok === false && { requirements: read.refusals.map(({ message }) => message) }),
    },
  };
};

const completionOf = ({ row, mended, completed }: RowNow) => {
  const added = (part: ReportRow['missing'][number]): boolean => row.missing.includes(part);
  return {
    row: row.row,
    ...(mended.leaveOut === true && { leaveOut: true }),
    ...(added('grade') && mended.grade !== undefined && { grade: mended.grade }),
    ...(added('owner') && mended.owner !== undefined && { owner: mended.owner }),
    ...(added('requirements') &&
      mended.requirements !== undefined &&
      completed.requirements.length > 0 && { requirements: completed.requirements }),
  };
};

/** What the API is told at confirmation: of each row only what was added. */
export const confirmationOf = (rows: readonly RowNow[], { owner }: Mending) => ({
  ...(owner !== undefined && owner.trim() !== '' && { owner: owner.trim() }),
  rows: rows.map(completionOf).filter((completion) => Object.keys(completion).length > 1),
});
