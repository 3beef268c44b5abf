/** A JSONata string, as the states language writes it. */
export const jsonata = (expression: string): string => `{% ${expression} %}`;

/** The input that the execution was started with: ids that hold all the way through. */
export const given = (field: string): string => jsonata(`$states.context.Execution.Input.${field}`);

/** A payload of this shape whose values the machine fills in. */
export type Payload<T> = { readonly [K in keyof T]: unknown };
