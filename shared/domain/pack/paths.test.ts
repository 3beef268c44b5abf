import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNames, isSafePath, safeFileName } from './paths.ts';

describe('a safe file name', () => {
  it.each([
    ['restore test.pdf', 'restore test.pdf'],
    ['Prüfbericht «2026» ✓.docx', 'Prüfbericht «2026» ✓.docx'],
    ['../../etc/passwd', '_._etc_passwd'],
    ['..\\..\\boot.ini', '_.._boot.ini'],
    ['C:\\x.txt', 'C__x.txt'],
    ['a/b', 'a_b'],
    ['..', 'file'],
    ['.', 'file'],
    ['', 'file'],
    ['.htaccess', 'htaccess'],
    ['report.pdf. . ', 'report.pdf'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['Com1.tar.gz', '_Com1.tar.gz'],
    ['LPT³.log', '_LPT³.log'],
    ['console.txt', 'console.txt'],
    ['what?*|<>".txt', 'what______.txt'],
    ['a\u0000b\n.txt', 'ab.txt'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['e\u200D\u0301.txt', 'é.txt'],
    ['half\uD83D.txt', 'half_.txt'],
  ])('of %j is %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('is cut to what every file system takes, and keeps its ending', () => {
    const safe = safeFileName(`${'ü'.repeat(150)}.pdf`);
    expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(120);
    expect(safe).toMatch(/^ü+\.pdf$/);
    expect(safeFileName(`a.${'b'.repeat(300)}`).length).toBe(120);
  });

  it('is safe, and safe already, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (name) => {
        const safe = safeFileName(name);
        expect(safeFileName(safe)).toBe(safe);
        expect(isSafePath(safe)).toBe(true);
        expect(safe).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^[. ]|[. ]$|^$/u);
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(120);
      }),
      { numRuns: 300 },
    );
  });
});

describe('names in a folder', () => {
  it('are given once, also where upper and lower case are one', () => {
    const names = createNames();
    const given = ['a.pdf', 'A.PDF', 'a.pdf', 'a (2).pdf', '../a.pdf'].map((name) => names.pathIn('evidence/', name));
    expect(given).toEqual([
      'evidence/a.pdf',
      'evidence/A (2).PDF',
      'evidence/a (3).pdf',
      'evidence/a (2) (2).pdf',
      'evidence/_a.pdf',
    ]);
  });

  it('may be there again in another folder', () => {
    const names = createNames();
    expect([names.pathIn('a/', 'x'), names.pathIn('b/', 'x')]).toEqual(['a/x', 'b/x']);
  });

  it('are safe paths, however many of one name there are', () => {
    const names = createNames();
    const long = `${'x'.repeat(119)}.`;
    const given = Array.from({ length: 30 }, () => names.pathIn('evidence/plan/', long));
    expect(new Set(given).size).toBe(30);
    for (const path of given) expect(isSafePath(path)).toBe(true);
  });
});

it.each(['../a', 'a/../b', '/a', 'a//b', 'a/', 'a\\b', 'C:/a', 'a/con.txt', 'a/b.', '', 'a/\u0007', './a'])(
  'no safe path: %j',
  (path) => {
    expect(isSafePath(path)).toBe(false);
  },
);
