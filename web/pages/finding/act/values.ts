import { filled } from '../stage/filled.ts';
import type { Asked } from './command-forms.ts';

/** What stands in a form, by the names of what it asks for. */
export type Values = Readonly<Record<string, unknown>>;

/** Where there is one answer only, it is given already. */
export const presetsOf = (asked: readonly Asked[]): Values =>
  Object.fromEntries(
    asked.flatMap((each) => (each.as === 'one-of' && each.of.length === 1 ? [[each.name, each.of[0]]] : [])),
  );

/**
 * The body of a command: without what was left blank, and with what stands inside another in its place. What something
 * may stand in is there in any case, so that each of its parts is asked for.
 */
export const bodyOf = (asked: readonly Asked[], values: Values): Readonly<Record<string, unknown>> => {
  const body: Record<string, unknown> = {};
  for (const { name } of asked) {
    const [outer = name, inner] = name.split('.');
    const value = filled({ value: values[name] }) as { readonly value?: unknown };
    if (inner === undefined) Object.assign(body, 'value' in value && { [outer]: value.value });
    else body[outer] = { ...(body[outer] as object | undefined), ...('value' in value && { [inner]: value.value }) };
  }
  return body;
};
