import { describe, expect, test } from 'vitest';
import { registered } from '../../../test/builders/submissions.ts';
import { faultInArrived, faultInHead, isContainer } from './faults.ts';
import { evidenceTypeNames } from './types.ts';

const { size, type, sha256 } = registered;
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('what the store tells', () => {
  test('of what was declared', () => {
    expect(faultInArrived(registered, { size, type, sha256 })).toBeUndefined();
    expect(faultInArrived(registered, { size, type })).toBeUndefined();
  });
  test.each([
    [{ size: size + 1, type, sha256 }, '48120 bytes were declared, 48121 arrived.'],
    [{ size, type: 'text/html', sha256 }, 'application/pdf was declared, text/html arrived.'],
    [{ size, type, sha256: 'b'.repeat(64) }, 'The SHA-256 of the file is not the one declared.'],
  ])('of %o', (arrived, fault) => {
    expect(faultInArrived(registered, arrived)).toBe(fault);
  });
});

describe('the beginning of a file', () => {
  const csv = { fileName: 'a.csv', type: 'text/csv' } as const;
  const letter = {
    fileName: 'a.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  } as const;
  const pdf = { fileName: 'a.pdf', type: 'application/pdf' } as const;

  test('that is what it says', () => {
    expect(faultInHead(csv, text('a,b\n'), undefined)).toBeUndefined();
    expect(faultInHead(csv, Uint8Array.of(0xff, 0xfe, 0x61, 0), undefined)).toBeUndefined();
    expect(faultInHead(csv, Uint8Array.of(0xfe, 0xff, 0, 0x61), undefined)).toBeUndefined();
    expect(faultInHead(pdf, text('%PDF-1.7'), 'application/pdf')).toBeUndefined();
    // What signatures make of the mark of UTF-16.
    expect(faultInHead(csv, Uint8Array.of(0xff, 0xfe, 0x61, 0), 'audio/mpeg')).toBeUndefined();
    // Its parts in an order of its own: it is opened next.
    expect(faultInHead(letter, text('PK'), 'application/zip')).toBeUndefined();
  });
  test.each([
    [csv, text('a,\0'), undefined, 'a.csv is declared as text/csv but holds binary data.'],
    [csv, text('%PDF-1.7'), 'application/pdf', 'a.csv is declared as text/csv but holds application/pdf.'],
    [pdf, text('no PDF'), undefined, 'a.pdf is declared as application/pdf but holds something else.'],
    [pdf, text('PK'), 'application/zip', 'a.pdf is declared as application/pdf but holds application/zip.'],
  ])('of %o', (declared, head, real, fault) => {
    expect(faultInHead(declared, head, real)).toBe(fault);
  });
});

test('ZIP and the Office types are containers, and nothing else is', () => {
  expect(evidenceTypeNames.filter(isContainer)).toEqual([
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'application/zip',
  ]);
});
