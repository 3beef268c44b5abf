import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.ts';

const cells = (text: string) => {
  const result = readCsv(text);
  return result.ok ? result.value.rows.map((row) => row.cells) : result.refusals.map(({ code }) => code);
};

describe('a table in text', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
  ])('is read with a %s between cells, though cells hold every other one', (_, delimiter) => {
    const quoted = '"a, b; c\td | e"';
    const text = [
      'Audit report, 2026; final | v2',
      ['No', 'Grade', 'Statement'].join(delimiter),
      ['1', 'Minor', quoted].join(delimiter),
      ['2', 'Minor', quoted].join(delimiter),
    ].join('\n');
    expect(cells(text).slice(2)).toEqual([
      ['1', 'Minor', 'a, b; c\td | e'],
      ['2', 'Minor', 'a, b; c\td | e'],
    ]);
  });

  it('falls back on what is regular where no header is known', () => {
    expect(cells('w;x,\ny;z,,\n')).toEqual([
      ['w', 'x,'],
      ['y', 'z,,'],
    ]);
  });

  it('heeds the line that declares the delimiter, which is no row', () => {
    const result = readCsv('sep=;\r\nNo;Statement\r\n1;a\r\n');
    expect(result.ok && result.value.rows).toEqual([
      { row: 1, cells: ['No', 'Statement'] },
      { row: 2, cells: ['1', 'a'] },
    ]);
  });

  it('counts rows as a spreadsheet shows them', () => {
    const result = readCsv('No,Statement\r\n\r\n1,"two\r\nlines"\r\n\r\n2,x');
    expect(result.ok && result.value.rows.map(({ row, cells: [first] }) => [row, first])).toEqual(
      [
        [1, 'No'],
        [2, undefined],
        [3, '1'],
        [4, undefined],
        [5, '2'],
      ].map(([row, first]) => [row, first ?? null]),
    );
  });

  it.each(['\n', '\r\n', '\r'])('parts rows by %j', (end) => {
    expect(cells(['No,Statement', '1,a', '2,b'].join(end))).toEqual([
      ['No', 'Statement'],
      ['1', 'a'],
      ['2', 'b'],
    ]);
  });

  it('takes quotes as they come: doubled, within a cell, and rows of unequal length', () => {
    expect(cells('No,Statement\n1,"a ""b"" c"\n2,12" rack,x,y\n3')).toEqual([
      ['No', 'Statement'],
      ['1', 'a "b" c'],
      ['2', '12" rack', 'x', 'y'],
      ['3'],
    ]);
  });

  it('is refused with a sentence where a quote is not closed', () => {
    const result = readCsv('No,Statement\n1,"open\n2,b\n');
    expect(result).toMatchObject({ ok: false, refusals: [{ code: 'report-unreadable', field: 'report' }] });
    expect(!result.ok && result.refusals[0]?.message).toContain('quotation mark');
  });

  it('is refused where it is no report by its size', () => {
    expect(cells(`No,Statement\n${'1,x\n'.repeat(5000)}`)).toEqual(['report-too-large']);
    expect(cells(`No,Statement\n${','.repeat(600_000)}`)).toEqual(['report-unreadable']);
    expect(cells(`No,Statement\n1,"${'x\n'.repeat(300_000)}"`)).toEqual(['report-unreadable']);
  });
});
