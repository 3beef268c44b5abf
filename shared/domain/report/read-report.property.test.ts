import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from './read-report.ts';
import { ReportRowSchema } from './row.ts';
import type { Cell, TableSource } from './source.ts';

const today = '2026-03-09';

describe('any table', () => {
  const header = fc.constantFrom(
    'No',
    'Finding',
    'Grade',
    'Clause',
    'Annex A',
    'Statement',
    'Description',
    'Owner',
    'Date',
    'Evidence',
    '',
    'x',
  );
  const value = fc.constantFrom(
    'Major',
    'ofi',
    '9.2',
    'A.8.35',
    'A.8.1-A.8.3',
    '31.02.2026',
    '3 March 2026',
    'NC-1',
    'nc 1',
    'a@example.org',
    '-',
  );
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    { weight: 4, arbitrary: fc.oneof(header, value) },
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constant(null),
    fc.constantFrom({ date: '2026-02-09' }, { date: 'x' }, { error: '#REF!' }),
  );
  const cells = fc.array(cell, { maxLength: 8 });
  const anyTable = fc
    .tuple(
      fc.array(cells, { maxLength: 3 }),
      fc.array(header, { minLength: 3, maxLength: 8 }),
      fc.array(cells, { maxLength: 12 }),
    )
    .map(
      ([above, headers, below]): TableSource => ({
        kind: 'table',
        rows: [...above, headers, ...below].map((row, index) => ({ row: index + 1, cells: row })),
      }),
    );

  it('never makes readReport throw, and each row is as the schema has it and of one status for a reason', () => {
    fc.assert(
      fc.property(anyTable, (source) => {
        const result = readReport(source, { today });
        if (!result.ok) {
          expect(result.refusals).toHaveLength(1);
          return;
        }
        for (const row of result.value.rows) {
          expect(ReportRowSchema.parse(row)).toEqual(row);
          expect(row.status === 'refused').toBe(row.refusals.length > 0);
          if (row.status !== 'refused') {
            expect(row.status === 'ready').toBe(row.missing.length === 0);
            expect(row.statement).toBeTruthy();
          }
        }
        const issued = result.value.rows
          .filter(({ status }) => status !== 'refused')
          .map(({ number }) => number.toLowerCase());
        expect(new Set(issued).size).toBe(issued.length);
      }),
      { numRuns: 500 },
    );
  });
});
