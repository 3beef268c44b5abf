import type { ReportRow } from './row.ts';

/** A row before it is compared with the others, and before one without a number is given one. */
export type DraftRow = Omit<ReportRow, 'number' | 'status' | 'missing'> & {
  readonly number?: string;
  /** Header of the column the number stands in. */
  readonly numberColumn?: string;
};
