import { describe, expect, test } from 'vitest';
import { flat, linesOf, oneLine } from './lines.ts';

const breaks = ['\r\n', '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];

test.each(breaks)('%j breaks no line, and is one in a quote', (end) => {
  expect(flat(`a${end}Bcc: all@example.org`)).toBe('a Bcc: all@example.org');
  expect(linesOf(`a${end}b`)).toEqual(['a', 'b']);
});

describe('on one line', () => {
  test.each([
    ['control characters are gone', 'a\u0000\u001b[31mb\u007f', 'a [31mb'],
    ['nothing turns what follows round', 'invoice\u202egnp.exe\u2066\u200f', 'invoicegnp.exe'],
    ['half a character becomes a mark', 'a\ud83d', 'a\ufffd'],
    ['signs of several parts stay whole', '👩‍👧 🗄️', '👩‍👧 🗄️'],
    ['space is one, and none at the ends', '  a \t  b\u00a0', 'a b'],
  ])('%s', (_what, text, expected) => {
    expect(flat(text)).toBe(expected);
  });
  test('what is too long is cut between characters, and says so', () => {
    expect(oneLine('abcdef', 6)).toBe('abcdef');
    expect(oneLine('abc def', 5)).toBe('abc…');
    expect(oneLine('🗄🗄🗄', 2)).toBe('🗄…');
    expect(oneLine('a\r\nBcc: all@example.org', 9)).toBe('a Bcc: a…');
  });
});

test('lines of a quote stand without empty ones around them, and keep those between', () => {
  expect(linesOf('\n\n a \n\nb\n\n')).toEqual(['a', '', 'b']);
  expect(linesOf(' \n ')).toEqual([]);
});
