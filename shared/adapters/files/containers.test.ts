import { crc32 } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { EvidenceType } from '#domain/evidence/evidence.ts';
import { directoryHeaders, documentOf, faultIn, localHeaders, noise, patched, renamed, zipOf } from './zip.fixture.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const docx: EvidenceType = `${office}.wordprocessingml.document`;
const xlsx: EvidenceType = `${office}.spreadsheetml.sheet`;
const pptx: EvidenceType = `${office}.presentationml.presentation`;

const plain = await zipOf({ 'aa/minutes.txt': 'minutes '.repeat(50), 'b.txt': 'b'.repeat(400) });

const sound: readonly (readonly [string, Buffer])[] = [
  ['packed', await zipOf({ 'minutes.txt': 'minutes '.repeat(100), 'folder/': '', 'folder/ü ✓.log': 'x' })],
  ['stored', await zipOf({ 'minutes.txt': 'minutes', 'photo.png': noise(300_000) }, { compress: false })],
  ['larger than a block', await zipOf({ 'one.bin': noise(5_000_000), 'two.bin': noise(4_000_000) })],
  ['with an empty file', await zipOf({ 'empty.txt': '', 'a.txt': 'a' })],
  ['with a ZIP', await zipOf({ 'inner.zip': await zipOf({ 'a.txt': 'a' }) })],
  ['that begins with the letters of a ZIP', await zipOf({ 'PK.txt': 'PK is how it begins' })],
];

const unsound: readonly (readonly [string, Buffer, string])[] = [
  ['cut off', plain.subarray(0, plain.length - 5), 'cannot be read'],
  ['cut off in the middle', plain.subarray(0, 60), 'cannot be read'],
  ['no ZIP at all', Buffer.from('minutes of the meeting, held on 9 March 2026'), 'cannot be read'],
  ['empty', Buffer.alloc(0), 'cannot be read'],
  ['without entries', await zipOf({}), 'holds no file'],
  ['of folders alone', await zipOf({ 'a/': '', 'a/b/': '' }), 'holds no file'],
  ['with a parent path', renamed(plain, 'aa/minutes.txt', '../minutes.txt'), 'leads out of it'],
  ['with a parent path further on', renamed(plain, 'aa/minutes.txt', 'aa/../../a.txt'), 'leads out of it'],
  ['with a parent path for Windows', renamed(plain, 'aa/minutes.txt', '.. /minute.txt'), 'leads out of it'],
  ['with an absolute path', renamed(plain, 'aa/minutes.txt', '/etc/minutes.t'), 'does not begin in it'],
  ['with a drive letter', renamed(plain, 'aa/minutes.txt', 'C:/minutes.txt'), 'does not begin in it'],
  ['with a backslash', renamed(plain, 'aa/minutes.txt', '..\\minutes.txt'), 'backslash'],
  ['with a control character', renamed(plain, 'aa/minutes.txt', 'aa/minutes\0txt'), 'control character'],
  ['with a symbolic link', await zipOf({ link: '/etc/passwd' }, { mode: 0o120777 }), 'a link or device'],
  ['with a device', await zipOf({ null: '' }, { mode: 0o020666 }), 'a link or device'],
  [
    'with macros',
    await zipOf({ 'report.docx': await zipOf(documentOf('word/document.xml', { 'word/vbaProject.bin': 'x' })) }),
    'holds macros',
  ],
];

describe('a container without fault', () => {
  it.each(sound)('is one %s', async (_how, zip) => {
    expect(await faultIn(zip)).toBeUndefined();
  });

  it('is a workbook, a document and a presentation', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Findings').addRow(['A.8.13', 'none']);
    expect(await faultIn(Buffer.from(await book.xlsx.writeBuffer()), xlsx)).toBeUndefined();
    expect(await faultIn(await zipOf(documentOf('word/document.xml')), docx)).toBeUndefined();
    expect(await faultIn(await zipOf(documentOf('word/document2.xml')), docx)).toBeUndefined();
    expect(await faultIn(await zipOf(documentOf('ppt/presentation.xml')), pptx)).toBeUndefined();
  });

  it('is a ZIP in a ZIP with a document that holds a workbook', async () => {
    const book = await zipOf(documentOf('xl/workbook.xml'));
    const doc = await zipOf(documentOf('word/document.xml', { 'word/embeddings/chart.xlsx': book }));
    const zip = await zipOf({ 'inner.zip': await zipOf({ 'report.docx': doc }) });
    expect(await faultIn(zip)).toBeUndefined();
  });
});

describe('a container that is refused', () => {
  it.each(unsound)('is one %s', async (_how, zip, words) => {
    const fault = await faultIn(zip);
    expect(fault).toContain(words);
    expect(fault).toMatch(/^[^\p{Cc}]+\.$/u);
  });

  const inDirectory = (offset: number, value: number) =>
    patched(plain, (copy) => copy.writeUInt16LE(value, (directoryHeaders(copy)[0] ?? 0) + offset));
  it.each([
    ['encrypted', inDirectory(8, 0x1), 'encrypted'],
    ['encrypted strongly', inDirectory(8, 0x41), 'encrypted'],
    ['encrypted before the content alone', patched(plain, (copy) => copy.writeUInt16LE(1, 6)), 'two different things'],
    ['packed by another method', inDirectory(10, 93), 'method that cannot be checked (93)'],
    [
      'packed by another method before the content',
      patched(plain, (copy) => copy.writeUInt16LE(0, 8)),
      'two different',
    ],
    ['named otherwise before the content', patched(plain, (copy) => copy.write('zz', 30)), 'two different things'],
    [
      'smaller than its content',
      patched(plain, (copy) => copy.writeUInt32LE(10, (directoryHeaders(copy)[0] ?? 0) + 24)),
      'not what it says',
    ],
    [
      'larger than its content',
      patched(plain, (copy) => copy.writeUInt32LE(9999, (directoryHeaders(copy)[0] ?? 0) + 24)),
      'not what it says',
    ],
    ['changed in a byte', patched(plain, (copy) => copy.writeUInt8((copy[50] ?? 0) ^ 0x10, 50)), 'damaged'],
    [
      'changed in its checksum',
      patched(plain, (copy) =>
        copy.writeUInt8(1 ^ (copy[(directoryHeaders(copy)[0] ?? 0) + 16] ?? 0), (directoryHeaders(copy)[0] ?? 0) + 16),
      ),
      'damaged',
    ],
  ])('is one with an entry that is %s', async (_how, zip, words) => {
    expect(await faultIn(zip)).toContain(words);
  });

  it('is one whose entries lie over each other', async () => {
    const inner = await zipOf({ 'b.txt': 'b'.repeat(300) }, { compress: false });
    const quoted = inner.subarray(0, directoryHeaders(inner)[0]);
    const zip = await zipOf(
      { 'a.bin': Buffer.concat([Buffer.from('not at its beginning'), quoted]), 'b.txt': 'b'.repeat(300) },
      { compress: false },
    );
    expect(await faultIn(zip)).toBeUndefined();
    const [, within = 0] = localHeaders(zip);
    const twice = patched(zip, (copy) => copy.writeUInt32LE(within, (directoryHeaders(copy)[1] ?? 0) + 42));
    expect(await faultIn(twice)).toBe('The file holds “b.txt”, which lies over another entry.');
  });

  it('is one with the same name twice', async () => {
    expect(await faultIn(renamed(await zipOf({ 'a.txt': 'a', 'b.txt': 'b' }), 'b.txt', 'a.txt'))).toContain('twice');
  });

  /** Info-ZIP's Unicode path (0x7075): version 1, CRC-32 of the plain name, the other name. */
  const withSecondName = async (name: string, second: string): Promise<Buffer> => {
    const zip = await zipOf({ [`x${name.slice(1)}`]: 'a' });
    const named = renamed(zip, `x${name.slice(1)}`, name);
    const field = Buffer.alloc(9 + second.length);
    field.writeUInt16LE(0x7075, 0);
    field.writeUInt16LE(5 + second.length, 2);
    field.writeUInt8(1, 4);
    field.writeUInt32LE(crc32(name), 5);
    field.write(second, 9);
    const header = directoryHeaders(named)[0] ?? 0;
    const length = named.readUInt16LE(header + 30);
    const extraEnd = header + 46 + name.length + length;
    const wider = Buffer.concat([named.subarray(0, extraEnd), field, named.subarray(extraEnd)]);
    wider.writeUInt16LE(length + field.length, header + 30);
    return wider;
  };

  it('is one that hides a path behind a second name', async () => {
    expect(await faultIn(await withSecondName('a.txt', 'b.txt'))).toBeUndefined();
    expect(await faultIn(await withSecondName('a.txt', '../a.txt'))).toContain('leads out of it');
    expect(await faultIn(await withSecondName('/a.txt', 'a.txt'))).toContain('does not begin in it');
  });
});

describe('an Office document', () => {
  it.each([
    ['no list of its parts', { 'word/document.xml': '<main/>' }],
    ['the main part of another kind', documentOf('xl/workbook.xml')],
    ['no main part', documentOf('word/styles.xml')],
  ])('is refused with %s', async (_how, content) => {
    expect(await faultIn(await zipOf(content), docx)).toContain('main part is missing');
  });

  it.each([
    ['a macro project', documentOf('word/document.xml', { 'word/vbaProject.bin': 'x' })],
    ['an old macro sheet', documentOf('word/document.xml', { 'xl/macrosheets/sheet1.xml': '<x/>' })],
    [
      'a macro project by another name',
      {
        ...documentOf('word/document.xml'),
        '[Content_Types].xml': '<Types><Override ContentType="application/vnd.ms-office.vbaProject"/></Types>',
      },
    ],
    [
      'macros in its type, in UTF-16',
      {
        ...documentOf('word/document.xml'),
        '[Content_Types].xml': Buffer.from('\uFEFF<Types ContentType="…document.macroEnabled.main+xml"/>', 'utf16le'),
      },
    ],
  ])('is refused with %s', async (_how, content) => {
    expect(await faultIn(await zipOf(content), docx)).toBe('The file holds macros.');
  });
});
