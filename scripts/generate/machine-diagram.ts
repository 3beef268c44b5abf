import * as z from 'zod';

/** As much of the states language as a picture shows. */
const State = z.looseObject({
  Type: z.string(),
  Next: z.string().optional(),
  End: z.boolean().optional(),
  Default: z.string().optional(),
  Choices: z.array(z.looseObject({ Condition: z.string(), Next: z.string() })).default([]),
  Catch: z.array(z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string() })).default([]),
  get ItemProcessor() {
    return Block.optional();
  },
});
const Block = z.looseObject({
  StartAt: z.string(),
  get States() {
    return z.record(z.string(), State);
  },
});
type Block = z.infer<typeof Block>;

const idOf = (name: string): string => name.replace(/[^A-Za-z0-9]+/g, '_').replace(/_$/, '');

/** `{% $states.input.step = 'plan.awaiting' %}` reads `plan.awaiting`; any other condition as it is, without its wrapping. */
const labelOf = (condition: string): string =>
  /^\{% \$states\.input\.step = '(?<step>[^']+)' %\}$/.exec(condition)?.groups?.step ??
  condition.replace(/^\{%\s*|\s*%\}$/g, '').replaceAll('$states.input.', '');

/** Catches of everything lead to "Record fault" from each task: a picture with them shows nothing else. */
const caughtByName = (errors: readonly string[]): boolean => !errors.includes('States.ALL');

const linesOf = ({ StartAt, States }: Block, indent: string): readonly string[] => [
  ...Object.entries(States).flatMap(([name, { ItemProcessor }]) => {
    const id = idOf(name);
    const label = [`${indent}state "${name}" as ${id}`];
    return ItemProcessor ? [`${label} {`, ...linesOf(ItemProcessor, `${indent}  `), `${indent}}`] : label;
  }),
  `${indent}[*] --> ${idOf(StartAt)}`,
  ...Object.entries(States).flatMap(([name, state]) => {
    const to = (target: string, label?: string): string =>
      `${indent}${idOf(name)} --> ${idOf(target)}${label === undefined ? '' : ` : ${label}`}`;
    return [
      ...state.Choices.map(({ Condition, Next }) => to(Next, labelOf(Condition))),
      ...(state.Default === undefined ? [] : [to(state.Default, 'else')]),
      ...(state.Next === undefined ? [] : [to(state.Next)]),
      ...state.Catch.flatMap(({ ErrorEquals, Next }) =>
        caughtByName(ErrorEquals) ? [to(Next, ErrorEquals.join(', '))] : [],
      ),
      ...(state.End || ['Succeed', 'Fail'].includes(state.Type) ? [`${indent}${idOf(name)} --> [*]`] : []),
    ];
  }),
];

/** A machine as a Mermaid state diagram. Every task also leads to "Record fault" when it fails for good: left out. */
export const machineDiagram = (definition: unknown): string =>
  ['stateDiagram-v2', ...linesOf(Block.parse(definition), '  '), ''].join('\n');
