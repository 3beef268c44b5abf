import { fileURLToPath } from 'node:url';
import { stages } from '#domain/finding/stage.ts';
import { builtInNames, builtInPolicies } from '#domain/policy/built-in/index.ts';
import type { ClockRule, Policy } from '#domain/policy/policy.ts';
import type { Generated } from './drift.ts';

/* Writes docs/generated/policies.md: the built-in policies side by side, from their data. */

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const counted = ({ days, count }: { readonly days: number; readonly count?: string | undefined }): string =>
  `${days} ${count === 'working' ? 'working days' : 'days'}`;

const clockText = (rule: ClockRule): string =>
  'by' in rule
    ? `next audit; none scheduled: ${rule.fallbackMonths} months from ${rule.from}`
    : `${counted(rule)} from ${rule.from}`;

const yes = (value: boolean): string => (value ? 'yes' : 'no');

/** What a table of policies has in its rows. */
const lines: readonly (readonly [string, (policy: Policy) => string])[] = [
  ...(['major', 'minor'] as const).flatMap((grade) =>
    stages.map((stage) => [`${grade}: ${stage}`, ({ due }: Policy) => clockText(due[grade][stage])] as const),
  ),
  ['review of the certification body', ({ review }) => counted(review)],
  ['weekend', ({ weekend }) => weekend.join(', ')],
  ['counted dates move to a working day', ({ moveToWorkingDay }) => yes(moveToWorkingDay)],
  ['verified before review', ({ verify }) => verify.join(', ') || 'none'],
  ['extensions in a cycle', ({ extensions }) => `${extensions.atMost}, of ${extensions.daysEach} days each`],
  ['an extension moves the later stages', ({ extensions }) => yes(extensions.movesLaterStages)],
  ['appeal decided within', ({ appeal }) => `${appeal.decisionDays} days`],
  ['clocks stand still during an appeal', ({ appeal }) => yes(appeal.pausesClocks)],
  ['minors on one requirement that propose a major', ({ minorsToMajor }) => String(minorsToMajor)],
  ['notices before, in days', ({ notices }) => notices.before.join(', ')],
  ['notices overdue, in days', ({ notices }) => `${notices.overdue.join(', ')}, then every ${notices.thenEvery}`],
  ['escalation', ({ notices }) => notices.escalation.map(({ after, to }) => `${to} from ${after}`).join(', ')],
  ['largest file', ({ evidence }) => `${evidence.largestBytes / 1_000_000} MB`],
  ['evidence kept', ({ evidence }) => `${evidence.retentionYears} years`],
];

const table = (): string =>
  [
    '# The built-in policies',
    '',
    'Made from `shared/domain/policy/built-in/`. What the words mean: [policies](../policies.md).',
    '',
    row('', ...builtInNames),
    row('---', ...builtInNames.map(() => '---')),
    ...lines.map(([name, textOf]) => row(name, ...builtInNames.map((policy) => textOf(builtInPolicies[policy])))),
    '',
  ].join('\n');

export const generatedPolicies = (): Generated => ({
  [fileURLToPath(new URL('../../docs/generated/policies.md', import.meta.url))]: table(),
});
