import type * as z from 'zod';
import { parsed } from '#contracts/parsed.ts';
import { missing } from '#contracts/plain-issue.ts';
import type { Reason } from '../client/client.ts';

/** What a schema says of something that was left blank: not in its own words. */
const blank = 'not-filled-in';
/** What is said of what is not there at all, or is none of several shapes. */
const isBlank = (message: string): boolean => message === missing || message.startsWith('Invalid input');

/** A form by the API's own schema: what it becomes, or what is wrong with which field. */
export const checked = <S extends z.ZodType>(
  schema: S,
  body: unknown,
  fillIn: string,
): { readonly value: z.infer<S> } | { readonly reasons: readonly Reason[] } => {
  const result = parsed(blank, schema, body);
  if (result.ok) return { value: result.value };
  return {
    reasons: result.refusals.map((reason) => (isBlank(reason.message) ? { ...reason, message: fillIn } : reason)),
  };
};
