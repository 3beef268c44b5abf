import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { realType } from './real-type.ts';

const firstBytes = 4100;

const workbook = async (): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Findings');
  for (let row = 0; row < 500; row += 1) sheet.addRow([row, `finding ${Math.sin(row)}`, Math.cos(row)]);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

describe('the real type of a file', () => {
  it.each([
    ['application/pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n'],
    ['image/png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89'],
    ['image/jpeg', '\xff\xd8\xff\xe0\0\x10JFIF\0'],
    ['application/zip', 'PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0'],
    ['application/x-msdownload', 'MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff'],
  ])('shows %s', async (type, text) => {
    expect(await realType(Buffer.from(text, 'latin1'))).toBe(type);
  });

  it('tells a workbook from a ZIP by its first bytes', async () => {
    const bytes = await workbook();
    expect(bytes.byteLength).toBeGreaterThan(firstBytes);
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    expect(await realType(bytes)).toBe(type);
    expect(await realType(bytes.subarray(0, firstBytes))).toBe(type);
  });

  it.each(['number;statement\n1;none\n', '{"a":1}', 'From: a@example.org\r\n\r\nHello', 'x', ''])(
    'shows none of text (%j)',
    async (text) => {
      expect(await realType(Buffer.from(text))).toBeUndefined();
    },
  );
});
