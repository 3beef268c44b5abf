import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parsed } from './parsed.ts';

const said = (schema: z.ZodType, value: unknown): readonly string[] => {
  const result = parsed('body-invalid', schema, value);
  return result.ok ? [] : result.refusals.map(({ message }) => message);
};

describe('what does not fit a schema is said plainly', () => {
  it.each([
    ['missing', z.string(), undefined, 'This is missing.'],
    ['blank', z.string().trim().min(1), ' ', 'This is missing.'],
    ['too short', z.string().min(8), 'a', 'Give at least 8 characters.'],
    ['too long', z.string().max(3), 'four', 'Give at most 3 characters.'],
    ['no text', z.string(), 7, 'Give a text.'],
    ['no number', z.int(), null, 'Give a number.'],
    ['no whole number', z.int(), 1.5, 'Give a whole number.'],
    ['too low', z.int().min(1).max(366), 0, 'Give 1 or more.'],
    ['too high', z.int().min(1).max(366), 500, 'Give 366 or less.'],
    ['too few', z.array(z.string()).min(1), [], 'Give at least 1 of these.'],
    ['too many', z.array(z.string()).max(1), ['a', 'b'], 'Give at most 1 of these.'],
    ['no choice', z.enum(['major', 'minor']), 'tiny', 'Give one of major, minor.'],
    ['no list', z.array(z.string()), {}, 'Give a list.'],
    ['neither yes nor no', z.boolean(), 'yes', 'Give true or false.'],
  ])('%s', (_what, schema, value, message) => {
    expect(said(schema, value)).toEqual([message]);
  });

  it('a schema’s own words come first', () => {
    expect(said(z.enum(['a', 'b'], { error: 'Choose a letter.' }), 'c')).toEqual(['Choose a letter.']);
    expect(said(z.string().min(3, { error: 'Say more.' }), 'a')).toEqual(['Say more.']);
  });

  it.each([
    ['a choice', z.enum(['major', 'minor'])],
    ['one of several shapes', z.union([z.object({ days: z.int() }), z.object({ by: z.string() })])],
    ['a list', z.array(z.string())],
  ])('%s that is not there is missing', (_what, schema) => {
    expect(said(z.object({ it: schema }), {})).toEqual(['This is missing.']);
  });
});
