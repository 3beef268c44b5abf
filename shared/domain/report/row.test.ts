import { describe, expect, it } from 'vitest';
import { completeRow, type ReportRow, ReportRowSchema, settled } from './row.ts';

const requirement = { framework: 'ISO/IEC 27001:2022', id: '9.2' };
const row = (parts: Partial<ReportRow> = {}): ReportRow =>
  settled({ row: 2, number: 'NC-1', requirements: [], statement: 'No audit.', refusals: [], notes: [], ...parts });

describe('a row', () => {
  it('is to be completed by just what a person can add', () => {
    expect(row()).toMatchObject({ status: 'to-be-completed', missing: ['grade', 'owner', 'requirements'] });
    expect(row({ grade: 'minor', owner: 'a@example.org', requirements: [requirement] })).toMatchObject({
      status: 'ready',
      missing: [],
    });
  });

  it('is refused for any reason, and then misses nothing that it was refused for', () => {
    const refused = row({ refusals: [{ code: 'unknown-grade', message: 'No.', field: 'grade' }] });
    expect(refused).toMatchObject({ status: 'refused', missing: ['owner', 'requirements'] });
  });

  it('has a shape that the schema accepts', () => {
    expect(ReportRowSchema.parse(row({ raisedOn: '2026-03-01', grade: 'ofi' }))).toMatchObject({
      raisedOn: '2026-03-01',
    });
    expect(ReportRowSchema.safeParse({ ...row(), raisedOn: '2026-02-30' }).success).toBe(false);
  });
});

describe('completing a row', () => {
  it('adds what is missing', () => {
    const completed = completeRow(row(), { grade: 'major', owner: ' Anna@Example.org', requirements: [requirement] });
    expect(completed).toMatchObject({
      status: 'ready',
      missing: [],
      grade: 'major',
      owner: 'anna@example.org',
      requirements: [requirement],
    });
  });

  it('may add a part and leave the rest', () => {
    expect(completeRow(row(), { grade: 'ofi' })).toMatchObject({
      status: 'to-be-completed',
      missing: ['owner', 'requirements'],
    });
    expect(completeRow(row(), { grade: undefined, owner: undefined })).toEqual(row());
  });

  it('never replaces what the report says', () => {
    const said = row({ grade: 'major', requirements: [requirement] });
    const completed = completeRow(said, {
      grade: 'ofi',
      owner: 'a@example.org',
      requirements: [{ framework: 'x', id: 'y' }],
    });
    expect(completed).toMatchObject({
      grade: 'major',
      requirements: [requirement],
      owner: 'a@example.org',
      status: 'ready',
    });
  });

  it('leaves a refused row as it is', () => {
    const refused = row({ refusals: [{ code: 'no-statement', message: 'No.' }] });
    expect(completeRow(refused, { grade: 'major', owner: 'a@example.org' })).toBe(refused);
  });
});
