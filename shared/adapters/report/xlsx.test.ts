import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { afterEach, describe, expect, it } from 'vitest';
import { readXlsx } from './xlsx.ts';

const fixture = (name: string) => readFileSync(new URL(`../../../test/fixtures/reports/${name}`, import.meta.url));
const SHEET = 'xl/worksheets/sheet1.xml';

const rowsOf = async (bytes: Uint8Array) => {
  const result = await readXlsx(bytes);
  if (!result.ok) throw new Error(result.refusals[0]?.message);
  return new Map(result.value.rows.map(({ row, cells }) => [row, cells]));
};
const refusal = async (bytes: Uint8Array) => {
  const result = await readXlsx(bytes);
  return result.ok ? undefined : result.refusals[0];
};

/** The 1904 fixture with one of its parts changed. */
const changed = async (path: string, change: (xml: string) => string): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(fixture('date-1904.xlsx'));
  zip.file(path, change((await zip.file(path)?.async('string')) ?? ''));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};
const withRows = (rows: string) => changed(SHEET, (xml) => xml.replace('</sheetData>', `${rows}</sheetData>`));

const zoneBefore = process.env.TZ;
afterEach(() => {
  if (zoneBefore === undefined) delete process.env.TZ;
  else process.env.TZ = zoneBefore;
});

describe('a workbook', () => {
  it('is read from the first visible sheet with a header', async () => {
    const result = await readXlsx(fixture('merged-title.xlsx'));
    expect(result.ok && result.value.sheet).toBe('Findings 2026');
    expect(result.ok && result.value.rows.map(({ row }) => row)).toEqual([1, 2, 4, 5, 6, 9, 10]);
  });

  it('gives rich text, links, results of formulas and errors as a person sees them', async () => {
    const rows = await rowsOf(fixture('merged-title.xlsx'));
    expect(rows.get(5)).toEqual([
      'NC-1',
      'Major',
      '9.2',
      null,
      'ISMS office',
      'No internal audit since 2024 was done.',
      'Audit programme v1.2',
      { date: '2026-03-03' },
      'Anna.Owner@example.org',
    ]);
    expect(rows.get(6)?.[1]).toBe('Minor NC');
    expect(rows.get(9)?.[6]).toEqual({ error: '#REF!' });
    expect(rows.get(10)?.[7]).toEqual({ error: '#VALUE!' });
  });

  it('keeps the zeros that a format shows, for 8.10 is not 8.1', async () => {
    expect((await rowsOf(fixture('merged-title.xlsx'))).get(6)?.[3]).toBe('8.10');
  });

  it('has a title merged sideways once, and gives a cell merged downwards to each of its rows', async () => {
    const rows = await rowsOf(fixture('merged-title.xlsx'));
    expect(rows.get(1)).toEqual(['Nonconformities and observations']);
    expect(rows.get(6)?.[4]).toBe('ISMS office');
  });

  it.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Berlin'])(
    'has its dates as they stand, in %s too',
    async (zone) => {
      process.env.TZ = zone;
      const rows = await rowsOf(fixture('merged-title.xlsx'));
      expect([5, 6].map((row) => rows.get(row)?.[7])).toEqual([{ date: '2026-03-03' }, { date: '2026-03-04' }]);
      expect(rows.get(10)?.[2]).toEqual({ date: '2026-02-09' });
    },
  );

  it('may count its dates from 1904', async () => {
    expect((await rowsOf(fixture('date-1904.xlsx'))).get(2)?.[4]).toEqual({ date: '2024-02-29' });
  });

  it('may be written by other software: prefixes, other part names, text in place, ISO dates, 1904 as "true"', async () => {
    const result = await readXlsx(fixture('other-software.xlsx'));
    expect(result.ok && result.value).toEqual({
      kind: 'table',
      sheet: 'Q & A',
      rows: [
        { row: 1, cells: ['NCR No', 'Class', 'Clause', 'NC statement', 'Date of finding', 'Auditor'] },
        { row: 2, cells: ['P-1', 'Minor', '7.5.3', 'Documents <v1> & v2 differ\r.', { date: '2026-03-03' }, 'Jo Doe'] },
        {
          row: 3,
          cells: [
            'P-2',
            'Minor',
            '7.5.2',
            'No reviewer.',
            '2026-03-02T00:00:00',
            { error: 'a formula without its result' },
          ],
        },
      ],
    });
  });
});

describe('a workbook that is large, damaged or hostile', () => {
  it('may have a million rows that are only formatted', async () => {
    const rows = await rowsOf(
      await withRows(Array.from({ length: 200_000 }, (_, i) => `<row r="${i + 9}" s="1"/>`).join('')),
    );
    expect([...rows.keys()]).toEqual([1, 2]);
  });

  it('is given up while it unpacks to more than may be', async () => {
    const bomb = await withRows('<row r="9"><c r="A9"/></row>'.repeat(1_600_000));
    expect(bomb.length).toBeLessThan(300_000);
    expect(await refusal(bomb)).toMatchObject({ code: 'report-too-large', field: 'report' });
  });

  it.each([
    ['rows', '<row r="9"><c r="A9"><v>1</v></c></row>'.repeat(5001)],
    ['cells', `<row r="9">${'<c r="A9"><v>1</v></c>'.repeat(200_001)}</row>`],
    ['a row beyond the last', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
    ['a column beyond the last', '<row r="9"><c r="ZZZZZZ9"><v>1</v></c></row>'],
    ['tags without end', '<c '.repeat(3_000_000)],
  ])('is refused for too many or too far: %s', async (_, rows) => {
    expect((await refusal(await withRows(rows)))?.code).toBe('report-too-large');
  });

  it('may merge all cells there are, thousands of times', async () => {
    const merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/>'.padEnd(900_000, '<mergeCell ref="A9:XFD1048576"/>');
    const rows = await rowsOf(
      await changed(SHEET, (xml) => xml.replace('</sheetData>', `</sheetData>${merges}</mergeCells>`)),
    );
    expect(rows.get(2)?.[1]).toBe('minor nonconformity');
  });

  it.each([
    ['malformed XML', '<row r="9"><c r="A9"><v>1</w></c></row>'],
    ['a string that is not there', '<row r="9"><c r="A9" t="s"><v>999</v></c></row>'],
    ['an entity of its own', '<row r="9"><c r="A9" t="str"><v>&bomb;</v></c></row>'],
    ['formulas without end', `<row r="9"><c r="A9">${'<f '.repeat(1_000_000)}</c></row>`],
  ])('is refused for %s', async (_, rows) => {
    expect((await refusal(await withRows(rows)))?.code).toBe('report-unreadable');
  });

  it.each([0, 10, 1000, 6000])('is refused when cut off after %i bytes', async (length) => {
    expect((await refusal(fixture('date-1904.xlsx').subarray(0, length)))?.code).toBe('report-unreadable');
  });

  it('is refused without its sheet or its list of parts', async () => {
    const zip = await JSZip.loadAsync(fixture('date-1904.xlsx'));
    zip.remove(SHEET);
    expect((await refusal(await zip.generateAsync({ type: 'uint8array' })))?.code).toBe('report-unreadable');
    zip.remove('xl/_rels/workbook.xml.rels');
    expect((await refusal(await zip.generateAsync({ type: 'uint8array' })))?.code).toBe('report-unreadable');
  });

  it.each([
    ['word/document.xml', 'Word'],
    ['ppt/presentation.xml', 'presentation'],
    ['mimetype', 'OpenDocument'],
    ['xl/workbook.bin', '.xlsb'],
    ['notes.txt', 'ZIP archive'],
  ])('is not an archive with %s', async (path, name) => {
    const zip = new JSZip();
    zip.file(path, 'x');
    const bytes = await zip.generateAsync({ type: 'uint8array' });
    expect(await refusal(bytes)).toMatchObject({ code: 'not-a-report', message: expect.stringContaining(name) });
  });
});
