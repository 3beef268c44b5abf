import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const TEXT = 'Grade;Größe „€“ – 12 µm\r\nMajor;ß';

describe('the text of a file', () => {
  it.each([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['utf-16be', false],
    ['utf-32le', true],
    ['utf-32be', true],
    ['windows-1252', false],
  ] as const)('is read from %s, with a byte order mark: %s', (encoding, addBOM) => {
    expect(decodeText(iconv.encode(TEXT, encoding, { addBOM }))).toBe(TEXT);
  });

  it('may hold a replacement character of its own in UTF-8', () => {
    expect(decodeText(new TextEncoder().encode('lost \ufffd'))).toBe('lost \ufffd');
  });

  it('keeps reading a marked UTF-8 file with one bad byte', () => {
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x41, 0xff, 0xc3, 0xa4]))).toBe('A\ufffdä');
  });

  it('has no half characters', () => expect(decodeText(new Uint8Array([0xff, 0xfe, 0x00, 0xd8]))).toBe('\ufffd'));

  it('may end with the Ctrl-Z of old systems', () =>
    expect(decodeText(new TextEncoder().encode('a;b\u001a'))).toBe('a;b'));

  it.each([
    ['zeros', [0x41, 0x00, 0x42]],
    ['control characters', [0x41, 0x07, 0x42]],
    ['bytes that Windows-1252 has not', [0x41, 0x81, 0x42]],
  ])('is none where there are %s', (_, bytes) => expect(decodeText(new Uint8Array(bytes))).toBeUndefined());
});
