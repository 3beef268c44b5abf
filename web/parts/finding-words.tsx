import Badge from '@cloudscape-design/components/badge';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Answer } from '../client/types.ts';
import { useSpeech, useWords } from '../words/words.tsx';

export type FindingItem = Answer<'listFindings'>['findings'][number];

const colors = { major: 'red', minor: 'blue', ofi: 'grey' } as const;

export const GradeBadge = ({ grade }: { readonly grade: FindingItem['grade'] }) => {
  const { grades } = useWords();
  return <Badge color={colors[grade]}>{grades[grade]}</Badge>;
};

/** The same in a column: of the long grade the abbreviation that its numbers begin with. */
export const BriefGradeBadge = ({ grade }: { readonly grade: FindingItem['grade'] }) => {
  const { grades, register } = useWords();
  if (grade !== 'ofi') return <GradeBadge grade={grade} />;
  return (
    <Badge color={colors.ofi}>
      <abbr title={grades.ofi}>{register.ofi}</abbr>
    </Badge>
  );
};

const indicators: Readonly<Partial<Record<FindingItem['status'], StatusIndicatorProps.Type>>> = {
  closed: 'success',
  withdrawn: 'stopped',
  validating: 'in-progress',
  verifying: 'in-progress',
  'in-review': 'in-progress',
};

/** Stage and status in words. */
export const Standing = ({ status, stage }: Pick<FindingItem, 'status' | 'stage'>) => {
  const { stages, statuses } = useWords();
  return (
    <StatusIndicator type={indicators[status] ?? 'pending'}>
      <span className="whole-words">
        {stage === undefined ? statuses[status] : `${stages[stage]}: ${statuses[status]}`}
      </span>
    </StatusIndicator>
  );
};

/** A due date, and that it has passed. */
export const DueDate = ({ due, overdue }: Pick<FindingItem, 'due' | 'overdue'>) => {
  const { date, words } = useSpeech();
  if (due === undefined) return words.due.none;
  if (!overdue) return date(due);
  return (
    <StatusIndicator type="error" iconAriaLabel={words.register.overdue}>
      <span className="whole-words">{date(due)}</span>
    </StatusIndicator>
  );
};
