import type * as z from 'zod';

type Issue = z.core.$ZodRawIssue;

/** Said of what is not there at all, or blank. */
export const missing = 'This is missing.';

const wanted: Readonly<Record<string, string>> = {
  string: 'Give a text.',
  number: 'Give a number.',
  int: 'Give a whole number.',
  boolean: 'Give true or false.',
  array: 'Give a list.',
  object: 'Give an object.',
};

const tooSmall = (origin: string, minimum: number | bigint): string => {
  if (origin === 'string') return minimum === 1 ? missing : `Give at least ${minimum} characters.`;
  return origin === 'array' ? `Give at least ${minimum} of these.` : `Give ${minimum} or more.`;
};

const tooBig = (origin: string, maximum: number | bigint): string => {
  if (origin === 'string') return `Give at most ${maximum} characters.`;
  return origin === 'array' ? `Give at most ${maximum} of these.` : `Give ${maximum} or less.`;
};

/**
 * What is wrong with a value, for people who know no schemas; `undefined` where zod's own words will do. What a schema
 * says itself is said in its stead.
 */
export const plainIssue = (issue: Issue): string | undefined => {
  if (issue.input === undefined) return missing;
  switch (issue.code) {
    case 'invalid_type':
      return wanted[issue.expected];
    case 'too_small':
      return issue.inclusive === false ? undefined : tooSmall(issue.origin, issue.minimum);
    case 'too_big':
      return issue.inclusive === false ? undefined : tooBig(issue.origin, issue.maximum);
    case 'invalid_value':
      return issue.values.length > 1 ? `Give one of ${issue.values.join(', ')}.` : undefined;
    default:
      return undefined;
  }
};
