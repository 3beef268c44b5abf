/**
 * An expected refusal is a value, not an exception: exceptions are faults.
 * `code` is stable and machine-readable (kebab-case), `message` is one sentence for a person that says what is wrong
 * and how to mend it, `field` is the JSON path of the input it concerns (`actions[2].dueDate`), where there is one.
 */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
}

export type Result<T, E = readonly Refusal[]> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const refuse = (
  ...refusals: readonly Refusal[]
): { readonly ok: false; readonly refusals: readonly Refusal[] } => ({
  ok: false,
  refusals,
});
