import type { Played } from './play.ts';
import type { FindingResult, StageResult } from './result.ts';

const columns = [
  'Finding',
  'Grade',
  'Part',
  'Plan',
  'Correction',
  'Remediation',
  'Rounds',
  'Days',
  'Notices',
  'Ended',
] as const;

/** `2026-03-14 → 2026-03-17`: handed in, accepted; `!` marks a late submission. */
const stageCell = (stages: readonly StageResult[], name: string): string => {
  const stage = stages.find((each) => each.stage === name);
  return stage ? `${stage.submittedOn}${stage.late ? '!' : ''} → ${stage.acceptedOn ?? '-'}` : '-';
};

const cells = (finding: FindingResult): string[] => [
  finding.number,
  finding.grade,
  finding.part,
  stageCell(finding.stages, 'plan'),
  stageCell(finding.stages, 'correction'),
  stageCell(finding.stages, 'remediation'),
  String(finding.rounds),
  String(finding.days),
  String(finding.notices),
  finding.endedAsItsPartSays ? finding.status : `${finding.status} (not as its part says)`,
];

const aligned = (rows: readonly (readonly string[])[]): string[] => {
  const widths = columns.map((_column, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

/** The play in one table, for people. */
export const table = (
  played: Played,
  executions: readonly { readonly name: string; readonly status: string; readonly transitions: number }[],
  sent: number,
  out: string,
): string => {
  const machines = executions.filter(({ name }) => name.startsWith('nc-'));
  const whole = played.findings.every((finding) => finding.chainVerified);
  return [
    '',
    ...aligned([columns, ...played.findings.map(cells)]),
    '',
    ...played.refusedRows.map(({ row, number, reasons }) => `row ${row} (${number}) refused: ${reasons.join(' ')}`),
    ...machines.map(({ name, status, transitions }) => `${name}: ${status}, ${transitions} state transitions`),
    '',
    `${sent} notices sent; every chain of events ${whole ? 'verified' : 'NOT verified'}; written to ${out}/`,
  ].join('\n');
};
