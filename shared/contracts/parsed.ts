import type * as z from 'zod';
import { ok, type Refusal, type Result, refuse } from '#domain/result.ts';
import { plainIssue } from './plain-issue.ts';

/** `['actions', 2, 'dueDate']` is `actions[2].dueDate`. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (field, key) => (typeof key === 'number' ? `${field}[${key}]` : field ? `${field}.${String(key)}` : String(key)),
    '',
  );

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const refusalsOf = (code: string, issues: readonly z.core.$ZodIssue[]): Refusal[] =>
  issues.flatMap((issue): Refusal[] => {
    const at = fieldOf(issue.path);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        code,
        message: `There is no field "${key}" here: take it out.`,
        field: at ? `${at}.${key}` : key,
      }));
    return [{ code, message: sentence(issue.message), ...(at && { field: at }) }];
  });

/**
 * A value by its schema, or every reason why it does not fit, each at the field it concerns.
 * @param code of the refusals
 */
export const parsed = <S extends z.ZodType>(code: string, schema: S, value: unknown): Result<z.infer<S>> => {
  const result = schema.safeParse(value, { error: plainIssue });
  return result.success ? ok(result.data) : refuse(...refusalsOf(code, result.error.issues));
};
