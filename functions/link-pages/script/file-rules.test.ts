import { expect, test } from 'vitest';
import { linkPageWordsOf } from '#domain/words/link-pages/index.ts';
import { endingsOf, faultByLook } from './file-rules.ts';
import { wordsOf } from './words.ts';

const words = wordsOf(linkPageWordsOf('en').script, 'en');
const rules = { types: ['application/pdf', 'text/plain'], largestBytes: 1_000_000, words } as const;
const fault = (name: string, size = 10) => faultByLook({ name, size }, rules);

test('a file of a kind that the link takes is sent, in whatever letters its ending is written', () => {
  expect(fault('report.pdf')).toBeUndefined();
  expect(fault('Restore.LOG', 1_000_000)).toBeUndefined();
});

test('a kind that is evidence elsewhere but not taken by this link is refused', () => {
  expect(fault('photo.png')).toBe(words.ending('.pdf, .txt, .log, .md'));
  expect(endingsOf(rules)).toEqual(['.pdf', '.txt', '.log', '.md']);
});

test.each(['tool.exe', 'pdf', 'report.pdf.exe', ''])('%j has no ending that is taken', (name) => {
  expect(fault(name)).toMatch(/kind/);
});

test('a name that ends in the bare word of an ending is refused by the server too', () => {
  expect(fault('report.pdf ')).toMatch(/kind/);
});

test('an empty file and one that is a byte too large are refused', () => {
  expect(fault('a.pdf', 0)).toBe(words.empty);
  expect(fault('a.pdf', 1_000_001)).toBe('A file has at most 1 MB here; this one has 1.1 MB. Split it.');
});

test('a name that the server would refuse is refused here', () => {
  expect(fault(`${'a'.repeat(197)}.pdf`)).toBe(words.nameTooLong);
  expect(fault(`${'a'.repeat(196)}.pdf`)).toBeUndefined();
  expect(fault('a\\b.pdf')).toBe(words.nameInvalid);
  expect(fault('a\u0007b.pdf')).toBe(words.nameInvalid);
});
