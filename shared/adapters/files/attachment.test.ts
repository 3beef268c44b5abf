import { expect, it } from 'vitest';
import { attachmentNamed } from './attachment.ts';

const prefix = "attachment; filename*=UTF-8''";
const nameIn = (header: string) => decodeURIComponent(header.slice(prefix.length));

it('names the file, in any script', () => {
  const name = 'Prüfung «Restore» 2026-03, 復元.pdf';
  expect(attachmentNamed(name)).toMatch(/^attachment; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/);
  expect(nameIn(attachmentNamed(name))).toBe(name);
});

it.each([
  ['a line', 'a.pdf\r\nSet-Cookie: x=1', 'a.pdf__Set-Cookie: x=1'],
  ['a quote', 'a"; filename=evil.exe; x=".pdf', 'a"; filename=evil.exe; x=".pdf'],
  ['a second value', "a'(1)*.pdf", "a'(1)*.pdf"],
  ['a folder', '../..\\a.pdf', '.._.._a.pdf'],
  ['a name turned around', 'minutes\u202Efdp.txt', 'minutes_fdp.txt'],
  ['half a character', 'a\uD83D.pdf', 'a\uFFFD.pdf'],
])('leaves no way out to %s', (_what, given, kept) => {
  const header = attachmentNamed(given);
  expect(header).toMatch(/^attachment; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/);
  expect(nameIn(header)).toBe(kept);
});
