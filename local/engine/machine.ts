import type { z } from 'zod';
import { compile, isExpression } from './expressions.ts';
import { type AslDefinition, type Block, definitionSchema, isGuarded, type State, stateSchema } from './language.ts';
import { argumentsOf, resourceOf } from './resources.ts';

/** A checked definition. State names are unique over all its blocks, so that one map holds the states of the inner ones too. */
export interface Machine {
  readonly startAt: string;
  readonly timeoutSeconds?: number;
  readonly states: ReadonlyMap<string, State>;
}

/** The definition uses parts of the language that the engine does not run, or contradicts itself. */
export class UnsupportedDefinition extends Error {
  override readonly name = 'UnsupportedDefinition';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const sentence = (issue: z.core.$ZodIssue): string => {
  const place = issue.path.join('/');
  if (issue.code === 'unrecognized_keys')
    return `unsupported part ${[place, issue.keys.join(', ')].filter(Boolean).join(': ')}`;
  return `unsupported part ${place}: ${issue.message}`;
};

const innerBlocks = (state: State): readonly Block[] => {
  if (state.Type === 'Map') return [state.ItemProcessor];
  return state.Type === 'Parallel' ? state.Branches : [];
};

const targetsOf = (state: State): readonly string[] => {
  if (state.Type === 'Choice') {
    return [...state.Choices.map((rule) => rule.Next), ...(state.Default === undefined ? [] : [state.Default])];
  }
  const next = 'Next' in state && state.Next !== undefined ? [state.Next] : [];
  return isGuarded(state) ? [...next, ...(state.Catch ?? []).map((catcher) => catcher.Next)] : next;
};

const assignedBy = (state: State): readonly string[] => {
  const holders: readonly { readonly Assign?: Record<string, unknown> | undefined }[] = [
    'Assign' in state ? { Assign: state.Assign } : {},
    ...(state.Type === 'Choice' ? state.Choices : []),
    ...(isGuarded(state) ? (state.Catch ?? []) : []),
  ];
  return holders.flatMap((holder) => Object.keys(holder.Assign ?? {}));
};

const textsIn = (part: unknown): readonly string[] => {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : [];
};

/** Every text of the state itself; the states of its inner blocks are looked at on their own. */
const textsOf = (state: State): readonly string[] =>
  Object.entries(state).flatMap(([key, part]) => (key === 'ItemProcessor' || key === 'Branches' ? [] : textsIn(part)));

const expressionProblems = (state: State): readonly string[] =>
  textsOf(state).flatMap((text) => {
    if (!isExpression(text))
      return /^\{%|%\}$/.test(text.trim()) ? [`'${text}' is neither a text nor a JSONata string`] : [];
    try {
      compile(text);
      return [];
    } catch (thrown) {
      return [thrown instanceof Error ? thrown.message : String(thrown)];
    }
  });

const wildcardProblems = (
  field: string,
  rules: readonly { readonly ErrorEquals: readonly string[] }[],
): readonly string[] =>
  rules.flatMap(({ ErrorEquals }, index) =>
    ErrorEquals.includes('States.ALL') && (ErrorEquals.length > 1 || index < rules.length - 1)
      ? [`${field}: States.ALL must stand alone and last`]
      : [],
  );

const taskProblems = (state: State): readonly string[] => {
  if (state.Type !== 'Task') return [];
  const resource = resourceOf(state.Resource);
  if (resource === undefined) return [`unsupported part Resource: ${state.Resource}`];
  const parsed = argumentsOf[resource.kind].safeParse(state.Arguments);
  const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = state;
  const late = typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout;
  return [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => `Arguments: ${sentence(issue)}`)),
    ...(late ? ['HeartbeatSeconds must be smaller than TimeoutSeconds'] : []),
  ];
};

const flowProblems = (state: State): readonly string[] => {
  if (state.Type === 'Choice' || state.Type === 'Succeed' || state.Type === 'Fail') return [];
  const waits = state.Type === 'Wait' && (state.Seconds === undefined) === (state.Timestamp === undefined);
  return [
    ...((state.Next === undefined) === (state.End === undefined) ? ['needs either Next or End'] : []),
    ...(waits ? ['needs either Seconds or Timestamp'] : []),
  ];
};

const stateProblems = (state: State): readonly string[] => [
  ...flowProblems(state),
  ...taskProblems(state),
  ...(isGuarded(state)
    ? [...wildcardProblems('Retry', state.Retry ?? []), ...wildcardProblems('Catch', state.Catch ?? [])]
    : []),
  ...expressionProblems(state),
];

/**
 * Checks a definition as a whole and answers with the machine to run.
 * @throws {UnsupportedDefinition} with every problem, each naming its state.
 */
export const loadMachine = (definition: AslDefinition): Machine => {
  const top = definitionSchema.safeParse(definition);
  if (!top.success) throw new UnsupportedDefinition(top.error.issues.map(sentence));
  const states = new Map<string, State>();
  const problems: string[] = [];

  const walk = (block: Block, outerVariables: ReadonlySet<string>): void => {
    const own: [string, State][] = [];
    for (const [name, raw] of Object.entries(block.States)) {
      const parsed = stateSchema.safeParse(raw);
      if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => `State '${name}': ${sentence(issue)}`));
      else own.push([name, parsed.data]);
      if (states.has(name)) problems.push(`State '${name}': the name is used twice`);
      if (parsed.success) states.set(name, parsed.data);
    }
    if (!Object.hasOwn(block.States, block.StartAt)) problems.push(`StartAt names no state: '${block.StartAt}'`);
    const variables = new Set([...outerVariables, ...own.flatMap(([, state]) => assignedBy(state))]);
    for (const [name, state] of own) {
      const unknown = targetsOf(state).filter((target) => !Object.hasOwn(block.States, target));
      const shadowing = assignedBy(state).filter((variable) => outerVariables.has(variable));
      problems.push(
        ...stateProblems(state).map((problem) => `State '${name}': ${problem}`),
        ...unknown.map((target) => `State '${name}': leads to '${target}', which is not a state beside it`),
        ...shadowing.map((variable) => `State '${name}': assigns '${variable}', a variable of the outer scope`),
      );
      for (const inner of innerBlocks(state)) walk(inner, variables);
    }
  };

  walk(top.data, new Set());
  if (problems.length > 0) throw new UnsupportedDefinition(problems);
  const { StartAt: startAt, TimeoutSeconds: timeoutSeconds } = top.data;
  return { startAt, states, ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }) };
};
