import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReport } from '#domain/report/read-report.ts';
import type { ReportRow } from '#domain/report/row.ts';
import { createReportReader } from './report-reader.ts';

const folder = new URL('../../../test/fixtures/reports/', import.meta.url);
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const reader = createReportReader();
const bytesOf = (text: string) => new TextEncoder().encode(text);

const rowsOf = async (name: string): Promise<ReportRow[]> => {
  const source = await reader.read(fixture(name), name);
  if (!source.ok) throw new Error(source.refusals[0]?.message);
  const report = readReport(source.value, { today: '2026-04-09' });
  if (!report.ok) throw new Error(report.refusals[0]?.message);
  return report.value.rows;
};
const refusal = async (bytes: Uint8Array, name = 'report') => {
  const result = await reader.read(bytes, name);
  return result.ok ? undefined : result.refusals[0];
};
const ids = ({ requirements }: ReportRow) => requirements.map(({ id }) => id);

describe('the sample of a stage 2 report', () => {
  it('has eight rows that lack just the owner', async () => {
    const rows = await rowsOf('stage-2-report.csv');
    expect(rows.map(({ number, status, missing }) => [number, status, missing])).toEqual(
      ['NC-01', 'NC-02', 'NC-03', 'NC-04', 'NC-05', 'OFI-01', 'OFI-02', 'OFI-03'].map((number) => [
        number,
        'to-be-completed',
        ['owner'],
      ]),
    );
    expect(rows.map(({ grade }) => grade)).toEqual(['major', 'minor', 'minor', 'minor', 'minor', 'ofi', 'ofi', 'ofi']);
    expect(rows.map(ids)).toEqual([
      ['9.2'],
      ['A.6.3'],
      ['A.5.18'],
      ['A.8.13', '9.1'],
      ['6.1.3 d'],
      ['7.4'],
      ['A.8.9'],
      ['A.5.7'],
    ]);
    expect(rows[0]).toMatchObject({
      row: 2,
      process: 'ISMS office',
      statement: expect.stringContaining('as required by clause 9.2.\nNo programme'),
      objectiveEvidence: expect.stringContaining('approved 2025-02-11'),
      auditor: 'Lead auditor',
      raisedOn: '2026-03-03',
    });
    expect(rows[4]?.objectiveEvidence).toContain('marked "not applicable"');
  });
});

describe('the sample of OSCAL assessment results', () => {
  it('has one row that lacks grade and owner', async () => {
    expect(await rowsOf('assessment-results.oscal.json')).toMatchObject([
      {
        number: 'F-1',
        status: 'to-be-completed',
        missing: ['grade', 'owner'],
        requirements: [{ framework: 'NIST SP 800-53', id: 'ac-6.1' }],
        raisedOn: '2023-06-02',
        auditor: 'Amy Assessor',
        sourceId: '45d8a6c2-1368-4bad-9ba0-7141f0a32889',
      },
    ]);
  });
});

describe('reports as certification bodies send them', () => {
  it('German, semicolons, Windows-1252, titles above, line breaks within', async () => {
    expect(await rowsOf('semicolon-windows-1252.csv')).toMatchObject([
      {
        row: 5,
        number: 'NC 1',
        grade: 'major',
        process: 'Qualität & Prüfung',
        statement: 'Interne Audits wurden nicht durchgeführt;\ndas Programm "2025" fehlt.',
        raisedOn: '2026-03-02',
        owner: 'juergen.mueller@firma.example',
        status: 'ready',
      },
      {
        row: 7,
        number: 'NC 2',
        grade: 'minor',
        requirements: [{ id: 'A.8.13' }, { id: '9.1' }],
        objectiveEvidence: 'Protokoll „R-7“, 12 €',
        raisedOn: '2026-03-03',
        ownerHint: 'Herr Weiß',
        missing: ['owner'],
      },
      {
        row: 9,
        number: 'OFI 1',
        grade: 'ofi',
        requirements: [{ id: '7.4' }],
        raisedOn: '2026-03-31',
        missing: ['owner'],
      },
    ]);
  });

  it.each(['tab-utf-16le.txt', 'tab-utf-16be-no-mark.txt'])('tabs and UTF-16: %s', async (name) => {
    expect(await rowsOf(name)).toMatchObject([
      {
        number: '1',
        grade: 'major',
        requirements: [{ id: '9.3' }],
        statement: 'No review by management, "none" at all',
        owner: 'anna@example.org',
        status: 'ready',
      },
      {
        number: '2',
        grade: 'ofi',
        requirements: [{ id: 'A.5.7' }],
        raisedOn: '2026-03-04',
        ownerHint: 'Security team',
        missing: ['owner'],
      },
    ]);
  });

  it('a workbook with everything in it', async () => {
    expect(await rowsOf('merged-title.xlsx')).toMatchObject([
      {
        row: 5,
        number: 'NC-1',
        requirements: [{ id: '9.2' }],
        owner: 'anna.owner@example.org',
        raisedOn: '2026-03-03',
        status: 'ready',
      },
      {
        row: 6,
        number: 'NC-2',
        grade: 'minor',
        requirements: [{ id: 'A.8.10' }],
        process: 'ISMS office',
        missing: ['owner'],
      },
      { row: 9, number: 'NC-3', refusals: [{ code: 'cell-error', column: 'Objective evidence' }] },
      {
        row: 10,
        number: 'NC-4',
        refusals: [
          { code: 'turned-into-a-date', column: 'ISO/IEC 27001:2022 clause' },
          { code: 'cell-error', column: 'Raised on' },
        ],
      },
    ]);
  });

  it('rows to refuse, each with its row, column and reason', async () => {
    const rows = await rowsOf('refusals.csv');
    expect(
      rows.map(({ row, status, refusals }) => [
        row,
        status,
        ...refusals.map(({ code, column }) => `${code} in ${column}`),
      ]),
    ).toEqual([
      [4, 'refused', 'unknown-grade in Grade of finding'],
      [5, 'refused', 'control-of-other-edition in Control ref'],
      [6, 'refused', 'unknown-control in Control ref'],
      [7, 'refused', 'unknown-clause in Control ref'],
      [8, 'refused', 'no-statement in Statement'],
      [9, 'refused', 'impossible-date in Date raised'],
      [10, 'refused', 'impossible-date in Date raised'],
      [11, 'refused', 'future-date in Date raised'],
      [12, 'refused', 'number-used-twice in No.'],
      [13, 'refused', 'number-used-twice in No.'],
      [14, 'ready'],
      [15, 'refused', 'no-statement in Statement'],
      [16, 'to-be-completed'],
    ]);
    expect(rows[10]).toMatchObject({
      number: 'F-14',
      requirements: [
        { framework: 'NIST SP 800-53', id: 'AC-6(1)' },
        { framework: 'GDPR', id: 'Art. 32' },
      ],
    });
    expect(rows[12]).toMatchObject({ ownerHint: 'Jane Doe', missing: ['grade', 'owner', 'requirements'] });
  });
});

describe('a file that is no report', () => {
  it.each([
    ['empty', '', 'report-empty', 'empty'],
    ['blank', ' \r\n ', 'report-empty', 'empty'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'not-a-report', 'PDF'],
    ['HTML', '<!DOCTYPE html><table></table>', 'not-a-report', 'web page'],
    ['OSCAL in XML', '<?xml version="1.0"?><assessment-results/>', 'not-a-report', 'JSON'],
    ['OSCAL in YAML', 'assessment-results:\n  uuid: x', 'not-a-report', 'JSON'],
    ['rich text', '{\\rtf1 x}', 'not-a-report', 'rich text'],
    ['text with zeros', 'No,Grade,Statement\n1,Major,\0', 'not-a-report', 'neither text nor a workbook'],
    ['damaged JSON', '{"assessment-results":', 'report-unreadable', 'damaged'],
  ])('is refused: %s', async (_, text, code, word) => {
    expect(await refusal(bytesOf(text))).toMatchObject({
      code,
      field: 'report',
      message: expect.stringContaining(word),
    });
  });

  it.each([
    [
      'a picture',
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0],
      'image/png',
    ],
    ['a program', [0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff], 'application/x-msdownload'],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'without a password'],
  ])('is refused by its content: %s named report.csv', async (_, bytes, word) => {
    expect(await refusal(new Uint8Array(bytes), 'report.csv')).toMatchObject({
      code: 'not-a-report',
      message: expect.stringContaining(word),
    });
  });

  it('is refused when it has more than 10 MB', async () => {
    expect((await refusal(new Uint8Array(10 * 1024 * 1024 + 1)))?.code).toBe('report-too-large');
  });
});

describe('the name of a file', () => {
  it('decides nothing', async () => {
    const workbook = await reader.read(fixture('date-1904.xlsx'), 'report.csv');
    expect(workbook.ok && workbook.value.kind).toBe('table');
    const json = await reader.read(fixture('assessment-results.oscal.json'), 'report.xlsx');
    expect(json.ok && json.value.kind).toBe('oscal');
    const bracket = await reader.read(bytesOf('[Confidential]\nNo,Statement\n1,x'), 'report.json');
    expect(bracket.ok && bracket.value.kind).toBe('table');
  });
});
