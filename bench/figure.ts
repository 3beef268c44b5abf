/** One figure of the bench: as data, as a small table for people, and what in it is beyond a limit. */
export interface Figure {
  /** Its key in the JSON. */
  readonly name: string;
  readonly title: string;
  /** What was counted or timed, in a line or two. */
  readonly explanation: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly data: unknown;
  /** A sentence for each limit that was passed. */
  readonly breaches: readonly string[];
}

/** Text to the left, numbers to the right, as wide as the widest cell. */
const aligned = (rows: readonly (readonly (string | number)[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_cell, i) => Math.max(...rows.map((row) => String(row[i] ?? '').length)));
  const isNumeric = (i: number): boolean => rows.slice(1).some((row) => typeof row[i] === 'number');
  return rows.map((row) =>
    row
      .map((cell, i) => (isNumeric(i) ? String(cell).padStart(widths[i] ?? 0) : String(cell).padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
};

/** The figure as people read it. */
export const textOf = ({ title, explanation, columns, rows, breaches }: Figure): string =>
  [
    title,
    ...explanation.map((line) => `  ${line}`),
    ...aligned([columns, ...rows]).map((line) => `    ${line}`),
    ...breaches.map((breach) => `  BREACH: ${breach}`),
    '',
  ].join('\n');
