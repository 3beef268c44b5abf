import { describe, expect, test } from 'vitest';
import { isUtf16 } from './utf-16.ts';

const little = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const big = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const marked = '\ufeffNumber\tGrade\r\nNC-01\tMäjor 漢字 😀\r\n';

describe('text in UTF-16', () => {
  test.each([
    ['little-endian, with its mark', little(marked)],
    ['big-endian, with its mark', big(marked)],
    ['little-endian, without', little('Number\tGrade\r\n')],
    ['big-endian, without', big('Number\tGrade\r\n')],
    ['of Chinese characters, with its mark', little('\ufeff信息安全管理体系审核')],
    ['cut off within a character', little(`\ufeff${'a'.repeat(10)}😀`).slice(0, -2)],
    ['cut off within a unit', little(marked).slice(0, -1)],
  ])('%s', (_what, bytes) => {
    expect(isUtf16(bytes)).toBe(true);
  });
});

describe('no text in UTF-16', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['text in UTF-8', new Uint8Array(Buffer.from('Number,Grade'))],
    ['sound, which begins as the mark does', new Uint8Array([0xff, 0xfe, 0x90, 0x00, 0x00, 0x00, 0x00, 0xdc])],
    ['a mark before zeros', new Uint8Array([0xff, 0xfe, 0, 0, 0, 0])],
    ['a control that no text holds', little('\ufeffab\u0007cd')],
    ['half a character', little('\ufeffab\ud83dcd')],
    ['the other half', little('\ufeffab\ude00cd')],
    ['numbers of 32 bits', new Uint8Array(new Uint32Array([1, 2, 3, 4, 5, 6]).buffer)],
  ])('%s', (_what, bytes) => {
    expect(isUtf16(bytes)).toBe(false);
  });
});
