import type { File } from '#local/client.ts';

export type Row = readonly [
  number: string,
  grade: string,
  requirement: string,
  statement: string,
  evidence: string,
  owner: string,
];

const header = 'Finding no.,Grade,Requirement,Statement of nonconformity,Objective evidence,Owner';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

export const row = (
  number: string,
  change: Partial<Record<'grade' | 'requirement' | 'owner' | 'statement', string>> = {},
): Row => [
  number,
  change.grade ?? 'Minor',
  change.requirement ?? 'A.8.13',
  change.statement ?? `Restores were not tried (${number}).`,
  'Restore log of the year.',
  change.owner ?? 'omar.haddad@example.org',
];

/** A report as a certification body exports it. */
export const csv = (rows: readonly Row[], fileName = 'report.csv'): File => ({
  fileName,
  type: 'text/csv',
  bytes: new TextEncoder().encode([header, ...rows.map((cells) => cells.map(quoted).join(','))].join('\r\n')),
});

/** What is no report: a letter that somebody saved as CSV. */
export const letter: File = {
  fileName: 'letter.csv',
  type: 'text/csv',
  bytes: new TextEncoder().encode('Dear Ines,\r\nthe report follows by mail.\r\n'),
};
