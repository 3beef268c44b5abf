import jsonata from 'jsonata';
import type { Clock } from '#ports/clock.ts';
import { StateFailure } from './failure.ts';
import { addStepFunctions } from './jsonata-functions.ts';

/** What an expression sees: `$states` and the variables, named without their dollar sign. */
export interface Scope {
  readonly states: {
    readonly input: unknown;
    readonly result?: unknown;
    readonly errorOutput?: unknown;
    readonly context: unknown;
  };
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The value of a field that may hold JSONata strings at any depth; other values stand for themselves.
 * `field` names it in the cause of a failure (`Output/dueDate`).
 * @throws {StateFailure} `States.QueryEvaluationError` for an expression that fails or yields nothing.
 */
export type Evaluate = (template: unknown, field: string, scope: Scope) => Promise<unknown>;

const EXPRESSION = /^\{%([\s\S]*)%\}$/;

export const isExpression = (value: unknown): boolean => typeof value === 'string' && EXPRESSION.test(value);

const sourceOf = (text: string): string => (EXPRESSION.exec(text)?.[1] ?? text).trim();

/** Compiled once per text: the machines' expressions are few and evaluated for every execution. */
const compiled = new Map<string, jsonata.Expression>();

const messageOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown ? String(thrown.message) : String(thrown);

const calls = (node: unknown, name: string): boolean => {
  if (typeof node !== 'object' || node === null) return false;
  if ('type' in node && node.type === 'variable' && 'value' in node && node.value === name) return true;
  return Object.values(node).some((part) => calls(part, name));
};

/** @throws {Error} when the text is not JSONata, or uses what Step Functions leaves out of it. */
export const compile = (text: string): jsonata.Expression => {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const source = sourceOf(text);
  let expression: jsonata.Expression;
  try {
    expression = jsonata(source);
  } catch (thrown) {
    throw new SyntaxError(`'${source}' is not JSONata: ${messageOf(thrown)}`);
  }
  if (calls(expression.ast(), 'eval'))
    throw new SyntaxError(`'${source}' uses $eval: Step Functions has $parse instead`);
  addStepFunctions(expression);
  compiled.set(text, expression);
  return expression;
};

const formatInstant = jsonata('$fromMillis($at, $picture, $timezone)');

/** JSON has no functions; jsonata's own are objects that would otherwise leak their insides. */
const refuseFunctions = (_key: string, value: unknown): unknown => {
  const isFunction =
    typeof value === 'function' ||
    (typeof value === 'object' && value !== null && ('_jsonata_lambda' in value || '_jsonata_function' in value));
  if (isFunction) throw new TypeError('a function is not JSON');
  return value;
};

const failed = (text: string, field: string, what: string): StateFailure =>
  new StateFailure(
    'States.QueryEvaluationError',
    `The JSONata expression '${sourceOf(text)}' specified for the field '${field}' ${what}.`,
  );

/** The failure of a field whose expression yields a value that the field cannot take. */
export const unexpected = (template: unknown, field: string, expected: string, value: unknown): StateFailure =>
  failed(
    String(template),
    field,
    `returned an unexpected result. Expected ${expected}, but was ${JSON.stringify(value)}`,
  );

/** `clock` is what `$now()` and `$millis()` read, so that they follow a virtual clock as waits do. */
export const createEvaluate = (clock: Clock): Evaluate => {
  const run = async (text: string, field: string, { states, variables }: Scope): Promise<unknown> => {
    const at = Date.parse(clock.now());
    const now = (picture?: string, timezone?: string) => formatInstant.evaluate(undefined, { at, picture, timezone });
    let value: unknown;
    try {
      value = await compile(text).evaluate(undefined, { ...variables, states, now, millis: () => at });
    } catch (thrown) {
      throw failed(text, field, `threw an error during evaluation. ${messageOf(thrown)}`);
    }
    if (value === undefined) throw failed(text, field, 'returned nothing (undefined)');
    try {
      return JSON.parse(JSON.stringify(value, refuseFunctions));
    } catch {
      throw failed(text, field, 'returned an unsupported result type');
    }
  };

  const evaluate: Evaluate = async (template, field, scope) => {
    if (typeof template === 'string') return isExpression(template) ? run(template, field, scope) : template;
    if (typeof template !== 'object' || template === null) return template;
    if (Array.isArray(template)) {
      const values: unknown[] = [];
      for (const [index, part] of template.entries()) values.push(await evaluate(part, `${field}/${index}`, scope));
      return values;
    }
    const entries: [string, unknown][] = [];
    for (const [key, part] of Object.entries(template))
      entries.push([key, await evaluate(part, `${field}/${key}`, scope)]);
    return Object.fromEntries(entries);
  };
  return evaluate;
};
