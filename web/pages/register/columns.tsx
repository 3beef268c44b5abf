import type { ReactNode } from 'react';
import { BriefGradeBadge, DueDate, type FindingItem, Standing } from '../../parts/finding-words.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useSpeech } from '../../words/words.tsx';
import type { ColumnName } from './shown.ts';
import type { Asked } from './use-look.ts';

type Sorting = NonNullable<Asked['sort']>;

export interface Column {
  readonly id: ColumnName;
  readonly header: string;
  /** By what the API sorts it; left out: not at all. */
  readonly sorting?: Sorting;
  readonly minWidth?: number;
  readonly maxWidth?: number;
  readonly cell: (item: FindingItem) => ReactNode;
}

/** What the register shows of a finding. */
export const useColumns = (): readonly Column[] => {
  const { date, words } = useSpeech();
  const said = words.register;
  return [
    {
      id: 'number',
      header: said.number,
      minWidth: 90,
      sorting: 'number',
      cell: ({ id, number }) => <PageLink href={`/findings/${id}`}>{number}</PageLink>,
    },
    { id: 'audit', header: said.audit, minWidth: 120, maxWidth: 160, cell: ({ audit }) => audit },
    {
      id: 'grade',
      header: said.grade,
      sorting: 'grade',
      minWidth: 90,
      cell: ({ grade }) => <BriefGradeBadge grade={grade} />,
    },
    {
      id: 'where',
      header: said.where,
      sorting: 'status',
      minWidth: 175,
      maxWidth: 260,
      cell: ({ status, stage }) => <Standing status={status} stage={stage} />,
    },
    {
      id: 'due',
      header: said.due,
      sorting: 'due',
      minWidth: 142,
      cell: ({ due, overdue }) => (due === undefined ? '–' : <DueDate due={due} overdue={overdue} />),
    },
    { id: 'owner', header: said.owner, sorting: 'owner', minWidth: 200, maxWidth: 260, cell: ({ owner }) => owner },
    {
      id: 'requirements',
      header: said.requirements,
      minWidth: 140,
      cell: ({ requirements }) => requirements.join('; '),
    },
    { id: 'statement', header: said.statement, minWidth: 180, maxWidth: 420, cell: ({ summary }) => summary },
    { id: 'issued', header: said.issued, sorting: 'issuedOn', minWidth: 120, cell: ({ issuedOn }) => date(issuedOn) },
    {
      id: 'closed',
      header: said.closed,
      minWidth: 120,
      cell: ({ closedOn }) => (closedOn === undefined ? '–' : date(closedOn)),
    },
  ];
};
