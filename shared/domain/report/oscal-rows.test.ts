import { describe, expect, it } from 'vitest';
import { readReport } from './read-report.ts';
import type { ReportRow } from './row.ts';
import type { AssessedFinding } from './source.ts';

const today = '2026-03-09';

describe('OSCAL findings', () => {
  const finding: AssessedFinding = {
    sourceId: '45d8a6c2-1368-4bad-9ba0-7141f0a32889',
    title: 'Role permits high-risk actions',
    description: 'The role may delete audit logs.',
    targetId: 'ac-6.1_obj',
    observations: ['Roles were tested.', 'Logs were read.'],
    auditors: ['Amy Assessor'],
    assessedAt: '2023-06-02T23:46:51-04:00',
  };
  const read = (...findings: readonly AssessedFinding[]) => readReport({ kind: 'oscal', findings }, { today });
  const first = (parts: Partial<AssessedFinding>): Partial<ReportRow> => {
    const result = read({ ...finding, ...parts });
    return (result.ok && result.value.rows[0]) || {};
  };

  it('lack grade and owner', () => {
    expect(first({})).toEqual({
      row: 1,
      number: 'F-1',
      sourceId: finding.sourceId,
      status: 'to-be-completed',
      requirements: [{ framework: 'NIST SP 800-53', id: 'ac-6.1' }],
      statement: 'Role permits high-risk actions\nThe role may delete audit logs.',
      objectiveEvidence: 'Roles were tested.\n\nLogs were read.',
      auditor: 'Amy Assessor',
      raisedOn: '2023-06-02',
      missing: ['grade', 'owner'],
      refusals: [],
      notes: ['"ac-6.1_obj" is a part of the control ac-6.1.'],
    });
  });

  it.each([
    ['ac-2_smt.a', 'NIST SP 800-53', 'ac-2'],
    ['ac-2_obj.a-1', 'NIST SP 800-53', 'ac-2'],
    ['ac-2', 'NIST SP 800-53', 'ac-2'],
    ['A.8.13_smt', 'ISO/IEC 27001:2022', 'A.8.13'],
    ['own_control', 'other', 'own_control'],
  ])('name by %s the requirement %s %s', (targetId, framework, id) => {
    expect(first({ targetId }).requirements).toEqual([{ framework, id }]);
  });

  it('are refused where they say nothing, or stand in the document twice', () => {
    expect(first({ title: ' ', description: '' }).refusals).toMatchObject([{ code: 'no-statement' }]);
    const twice = read(finding, finding);
    expect(twice.ok && twice.value.rows.map(({ refusals }) => refusals[0]?.code)).toEqual([
      'finding-used-twice',
      'finding-used-twice',
    ]);
  });

  it('have observations cut, and not refused, where there are too many', () => {
    const row = first({ observations: ['x'.repeat(9000)] });
    expect(row).toMatchObject({ status: 'to-be-completed', objectiveEvidence: 'x'.repeat(8000) });
    expect(row.notes?.join()).toContain('cut');
  });

  it('may be none, which is said', () => {
    expect(read()).toMatchObject({
      ok: false,
      refusals: [{ code: 'no-rows', message: expect.stringContaining('not satisfied') }],
    });
  });
});
