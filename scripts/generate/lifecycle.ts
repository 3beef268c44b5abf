import { Nonconformity, Ofi, type Status } from '#domain/finding/state.ts';
import type { Transition } from '#domain/finding/transitions.ts';

/** A life that a finding may have: a nonconformity's or an opportunity for improvement's. */
interface Life {
  readonly id: string;
  readonly title: string;
  readonly statuses: ReadonlySet<Status>;
}

const lives: readonly Life[] = [
  {
    id: 'nonconformity',
    title: 'Nonconformity, at each stage: plan, correction, remediation',
    statuses: new Set(Nonconformity.options.flatMap(({ shape }) => [...shape.status.values])),
  },
  {
    id: 'improvement',
    title: 'Opportunity for improvement',
    statuses: new Set(Ofi.options.flatMap(({ shape }) => [...shape.status.values])),
  },
];

const START = '[*]';

/** The moves of a life, with the commands that make each. */
const movesOf = (table: readonly Transition[], { statuses }: Life): ReadonlyMap<string, readonly string[]> => {
  const moves = new Map<string, string[]>();
  for (const { command, from, to } of table) {
    for (const start of from) {
      if (start !== 'none' && !statuses.has(start)) continue;
      for (const end of to) {
        if (end === 'same' || !statuses.has(end)) continue;
        const move = `${start}|${end}`;
        moves.set(move, [...(moves.get(move) ?? []), command]);
      }
    }
  }
  return moves;
};

const linesOf = (table: readonly Transition[], life: Life): readonly string[] => {
  const idOf = (status: string): string => (status === 'none' ? START : `${life.id}_${status.replaceAll('-', '_')}`);
  const moves = [...movesOf(table, life)].map(([move, commands]) => {
    const [start = '', end = ''] = move.split('|');
    return `    ${idOf(start)} --> ${idOf(end)} : ${commands.join(', ')}`;
  });
  const left = new Set([...movesOf(table, life).keys()].map((move) => move.split('|')[0]));
  return [
    `  state "${life.title}" as ${life.id} {`,
    ...[...life.statuses].map((status) => `    state "${status}" as ${idOf(status)}`),
    ...moves,
    ...[...life.statuses].filter((status) => !left.has(status)).map((status) => `    ${idOf(status)} --> ${START}`),
    '  }',
  ];
};

/** The transition table as a Mermaid state diagram; commands that leave a finding where it is are left out. */
export const lifecycleDiagram = (table: readonly Transition[]): string =>
  [
    'stateDiagram-v2',
    '  %% Commands that leave a finding where it is: see transitions.md',
    ...lives.flatMap((life) => linesOf(table, life)),
    '',
  ].join('\n');

const conditionsOf = ({ overlay, unless, evenAppealed, only }: Transition): string =>
  [
    overlay && `waiting for a decision: ${overlay}`,
    unless && `not while one waits for a decision: ${unless}`,
    evenAppealed && 'even while appealed',
    only && `${only} only`,
  ]
    .filter(Boolean)
    .join('; ');

/** The transition table as Markdown. */
export const transitionTable = (table: readonly Transition[]): string => {
  const rows = table.map((row) => [
    row.command,
    row.from.map((status) => (status === 'none' ? '(new)' : status)).join(', '),
    row.by.join(', '),
    row.to.map((status) => (status === 'same' ? '(stays)' : status)).join(', '),
    conditionsOf(row),
  ]);
  return [
    '# Transitions of a finding',
    '',
    'Written from `shared/domain/finding/transitions.ts` by `npm run generate`.',
    '',
    '| command | from | by | to | condition |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
};
