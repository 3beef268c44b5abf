/** What was in a cell as far as the file itself tells: `null` is empty, a date is a civil date without any zone. */
export type Cell = string | null | { readonly date: string } | { readonly error: string };

export interface TableRow {
  /** 1-based, as the spreadsheet shows it to a person; empty rows and title rows count. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

export interface TableSource {
  readonly kind: 'table';
  /** Name of the sheet that was read, where the file has sheets. */
  readonly sheet?: string;
  readonly rows: readonly TableRow[];
}

/** A finding of OSCAL assessment results whose target is not satisfied. */
export interface AssessedFinding {
  /** UUID of the finding in the document. */
  readonly sourceId: string;
  readonly title: string;
  readonly description: string;
  /** As written: a control, or a statement or objective of it (`ac-6.1_obj`). */
  readonly targetId: string;
  /** Texts of the related observations, one each. */
  readonly observations: readonly string[];
  /** Names of those who raised it. */
  readonly auditors: readonly string[];
  /** ISO 8601 with offset: end of the assessment, or its start where no end is given. */
  readonly assessedAt?: string;
}

export interface OscalSource {
  readonly kind: 'oscal';
  readonly findings: readonly AssessedFinding[];
}

/** An audit report after its file format is done with, before anything is understood. */
export type ReportSource = TableSource | OscalSource;

/** More findings than any audit raises: what is beyond is no report. */
export const MAX_FINDINGS = 500;
