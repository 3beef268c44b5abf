import { describe, expect, it } from 'vitest';
import { readReport } from './read-report.ts';
import type { ReportRow } from './row.ts';
import type { Cell, TableSource } from './source.ts';

const today = '2026-03-09';
const HEADER: readonly Cell[] = [
  'No',
  'Grade',
  'Clause',
  'Statement',
  'Evidence',
  'Process',
  'Auditor',
  'Raised on',
  'Owner',
];
const table = (...rows: readonly (readonly Cell[])[]): TableSource => ({
  kind: 'table',
  rows: [HEADER, ...rows].map((cells, index) => ({ row: index + 1, cells })),
});
const full: readonly Cell[] = [
  'NC-1',
  'Major',
  '9.2',
  'No audit.',
  'Seen.',
  'ISMS',
  'Jo',
  '03.03.2026',
  'Anna@Example.org',
];
/** `full` with one cell replaced. */
const but = (index: number, cell: Cell): readonly Cell[] => full.with(index, cell);

const rowsOf = (...rows: readonly (readonly Cell[])[]): ReportRow[] => {
  const result = readReport(table(...rows), { today });
  expect(result.ok).toBe(true);
  return result.ok ? result.value.rows : [];
};
const one = (cells: readonly Cell[]): Partial<ReportRow> => rowsOf(cells)[0] ?? {};
const codes = ({ refusals = [] }: Partial<ReportRow>) => refusals.map(({ code, column }) => `${code} in ${column}`);

describe('a row of a table', () => {
  it('is ready where nothing is lacking', () => {
    expect(one(full)).toEqual({
      row: 2,
      number: 'NC-1',
      status: 'ready',
      grade: 'major',
      requirements: [{ framework: 'ISO/IEC 27001:2022', id: '9.2' }],
      statement: 'No audit.',
      objectiveEvidence: 'Seen.',
      process: 'ISMS',
      auditor: 'Jo',
      raisedOn: '2026-03-03',
      owner: 'anna@example.org',
      missing: [],
      refusals: [],
      notes: [],
    });
  });

  it('is to be completed where a person can add what is lacking', () => {
    expect(one(but(1, null))).toMatchObject({ status: 'to-be-completed', missing: ['grade'] });
    expect(one(but(1, 'NC'))).toMatchObject({
      status: 'to-be-completed',
      missing: ['grade'],
      notes: [expect.stringContaining('"NC"')],
    });
    expect(one(but(2, '-'))).toMatchObject({ status: 'to-be-completed', missing: ['requirements'] });
    expect(one(but(8, ''))).toMatchObject({ status: 'to-be-completed', missing: ['owner'] });
  });

  it('keeps an owner who is no address as a hint', () => {
    expect(one(but(8, 'Head of IT'))).toMatchObject({ ownerHint: 'Head of IT', missing: ['owner'] });
    expect(one(but(8, 'Jo Doe <JO.doe@example.org>'))).toMatchObject({ owner: 'jo.doe@example.org', missing: [] });
    expect(one(but(8, 'jürgen@example.org'))).toMatchObject({ ownerHint: 'jürgen@example.org', missing: ['owner'] });
    expect(one(but(8, 'a@example.org, b@example.org'))).toMatchObject({
      owner: 'a@example.org',
      notes: [expect.stringContaining('several')],
    });
  });

  it('is refused where the report itself must be mended, each reason with its column', () => {
    expect(codes(one(but(1, 'Severe')))).toEqual(['unknown-grade in Grade']);
    expect(codes(one(but(2, 'A.5.38; 11.2')))).toEqual(['unknown-control in Clause', 'unknown-clause in Clause']);
    expect(codes(one(but(3, null)))).toEqual(['no-statement in Statement']);
    expect(codes(one(but(3, ' – ')))).toEqual(['no-statement in Statement']);
    expect(codes(one(but(7, '31.02.2026')))).toEqual(['impossible-date in Raised on']);
    expect(codes(one(but(7, '10.03.2026')))).toEqual(['future-date in Raised on']);
    expect(one(but(1, 'Severe'))).toMatchObject({ status: 'refused', missing: [] });
  });

  it('gives every reason at once', () => {
    const row = one(['NC-1', 'Bad', 'A.8.35', null, '', '', '', '32.1.2026', '']);
    expect(row.refusals?.map(({ code }) => code).sort()).toEqual([
      'impossible-date',
      'no-statement',
      'unknown-control',
      'unknown-grade',
    ]);
  });

  it('refuses cells that a spreadsheet has spoiled', () => {
    expect(codes(one(but(2, { date: '2026-02-09' })))).toEqual(['turned-into-a-date in Clause']);
    expect(codes(one(but(0, { date: '2026-02-01' })))).toEqual(['turned-into-a-date in No']);
    expect(codes(one(but(3, { error: '#REF!' })))).toEqual(['cell-error in Statement']);
    expect(codes(one(but(7, { error: '#N/A' })))).toEqual(['cell-error in Raised on']);
    expect(one(but(4, { date: '2026-02-01' }))).toMatchObject({ status: 'ready', objectiveEvidence: '2026-02-01' });
  });

  it('takes a date cell as it stands', () => {
    expect(one(but(7, { date: '2026-03-09' }))).toMatchObject({ raisedOn: '2026-03-09', status: 'ready' });
  });

  it('refuses texts longer than a finding holds', () => {
    expect(codes(one(but(3, 'x'.repeat(4001))))).toEqual(['text-too-long in Statement']);
    expect(one(but(3, 'x'.repeat(4000))).status).toBe('ready');
    expect(codes(one(but(0, 'N'.repeat(41))))).toEqual(['text-too-long in No']);
  });

  it('keeps line breaks, and drops what is not text', () => {
    expect(one(but(3, ' one\r\ntwo\u0000\u200b\ud800 '))).toMatchObject({ statement: 'one\ntwo\ufffd' });
  });
});

describe('the numbers of a report', () => {
  it('are each used once; every row that shares one is refused and names the other', () => {
    const [first, second, third] = rowsOf(full, but(0, 'nc 01'), but(0, 'NC-2'));
    expect(first).toMatchObject({
      status: 'refused',
      refusals: [{ code: 'number-used-twice', column: 'No', field: 'number' }],
    });
    expect(first?.refusals[0]?.message).toContain('row 3 (as "nc 01")');
    expect(second?.refusals[0]?.message).toContain('row 2 (as "NC-1")');
    expect(third?.status).toBe('ready');
  });

  it('are made from the row where the report has none, and a note says so', () => {
    const [first, second] = rowsOf(but(0, null), but(0, 'F-2'));
    expect(first).toMatchObject({ number: 'F-2-2', status: 'ready', notes: [expect.stringContaining('F-2-2')] });
    expect(second).toMatchObject({ number: 'F-2', status: 'ready', notes: [] });
    expect(one(but(0, '甲'))).toMatchObject({ number: 'F-2', status: 'ready' });
  });
});

describe('a table', () => {
  it('counts rows as a person sees them, and leaves out empty ones and repeated headers', () => {
    const rows = rowsOf(['', null, '  '], full, HEADER, but(0, 'NC-2'));
    expect(rows.map(({ row, number }) => [row, number])).toEqual([
      [3, 'NC-1'],
      [5, 'NC-2'],
    ]);
  });

  it('reads clauses and controls from two columns together', () => {
    const source: TableSource = {
      kind: 'table',
      rows: [
        { row: 1, cells: ['No', 'Clause', 'Annex A control', 'Statement'] },
        { row: 2, cells: ['1', '5.1', '5.1', 'Both.'] },
      ],
    };
    const result = readReport(source, { today });
    expect(result.ok && result.value.rows[0]?.requirements.map(({ id }) => id)).toEqual(['5.1', 'A.5.1']);
  });

  it('names the columns that nothing was taken from', () => {
    const source: TableSource = {
      kind: 'table',
      rows: [
        { row: 1, cells: ['No', 'Statement', 'Due date'] },
        { row: 2, cells: ['1', 'x'] },
      ],
    };
    const result = readReport(source, { today });
    expect(result.ok && result.value.ignoredColumns).toEqual(['Due date']);
  });

  it('is refused as a whole without a header, and says what was looked for', () => {
    const result = readReport({ kind: 'table', rows: [{ row: 3, cells: ['No', 'Grade'] }] }, { today });
    expect(result).toMatchObject({ ok: false, refusals: [{ code: 'no-header' }] });
    expect(!result.ok && result.refusals[0]?.message).toMatch(/"Statement of nonconformity".*Row 3 has "No", "Grade"/);
  });

  it('is refused as a whole without rows, or with more than 500', () => {
    expect(readReport(table(), { today })).toMatchObject({ ok: false, refusals: [{ code: 'no-rows' }] });
    const many = (count: number) =>
      readReport(table(...Array.from({ length: count }, (_, i) => but(0, `NC-${i}`))), { today });
    expect(many(500).ok).toBe(true);
    expect(many(501)).toMatchObject({ ok: false, refusals: [{ code: 'too-many-rows' }] });
  });
});
