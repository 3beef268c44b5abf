import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignedNumber, findingSlug, sameNumbers } from './number.ts';

describe('findingSlug', () => {
  it.each([
    ['NC-01', 'nc-01'],
    ['NC 01', 'nc-01'],
    ['  nc_01/b ', 'nc-01-b'],
    ['Ä-7', 'a-7'],
    ['№ 3', 'no-3'],
    ['甲', ''],
    ['--', ''],
    [`${'a'.repeat(39)}-b`, 'a'.repeat(39)],
    ['x'.repeat(60), 'x'.repeat(40)],
  ])('makes %j into %j', (number, slug) => expect(findingSlug(number)).toBe(slug));

  it('gives at most 40 of a-z, 0-9 and inner hyphens, and itself when repeated', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (number) => {
        const slug = findingSlug(number);
        expect(slug).toMatch(/^(?:[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)?$/);
        expect(findingSlug(slug)).toBe(slug);
      }),
    );
  });
});

describe('numbers used twice', () => {
  it.each([
    ['NC-1', 'NC 01'],
    ['NC-1', 'nc1'],
    ['NC-1', 'N C 1'],
    ['1.01', '1-1'],
    ['Ä1', 'A1'],
    [`${'a'.repeat(40)}1`, `${'a'.repeat(40)}2`],
  ])('finds %s and %s the same', (a, b) => expect(sameNumbers([a, 'other', b])).toEqual([[2], [], [0]]));

  it.each([
    ['NC-1', 'OFI-1'],
    ['NC-1.1', 'NC-11'],
    ['NC-1', 'NC-10'],
    ['1.1', '1.10'],
  ])('tells %s from %s', (a, b) => expect(sameNumbers([a, b])).toEqual([[], []]));

  it('names all others of three', () =>
    expect(sameNumbers(['1', '01', '#1'])).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
    ]));
});

describe('a number that is assigned', () => {
  it('keeps clear of the numbers of the report', () => {
    expect(assignedNumber(7, new Set())).toBe('F-7');
    expect(assignedNumber(7, new Set(['f-7', 'f-7-2']))).toBe('F-7-3');
  });
});
