import Box from '@cloudscape-design/components/box';
import Cards from '@cloudscape-design/components/cards';
import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { type FindingItem, GradeBadge } from '../../parts/finding-words.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useNarrow } from '../../parts/window-width.ts';
import { useWords } from '../../words/words.tsx';
import { useColumns } from './columns.tsx';
import { pageSizes, type Shown } from './shown.ts';
import type { UsedLook } from './use-look.ts';

/** What stands around the findings. */
interface Around {
  readonly header: ReactNode;
  readonly filter: ReactNode;
  readonly pagination: ReactNode;
  readonly empty: ReactNode;
}

interface Listed extends Around {
  /** `undefined`: they are on their way. */
  readonly findings: readonly FindingItem[] | undefined;
  readonly used: UsedLook;
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
}

const Preferences = ({ shown, onShown }: Pick<Listed, 'shown' | 'onShown'>) => {
  const { register: said } = useWords();
  return (
    <CollectionPreferences
      preferences={{ pageSize: shown.size, contentDisplay: shown.columns, wrapLines: shown.wrapLines }}
      pageSizePreference={{ options: pageSizes.map((value) => ({ value, label: said.onPage(value) })) }}
      wrapLinesPreference={{}}
      contentDisplayPreference={{
        title: said.columns,
        description: said.columnsHint,
        options: useColumns().map(({ id, header }) => ({ id, label: header, alwaysVisible: id === 'number' })),
      }}
      onConfirm={({ detail: { pageSize, contentDisplay, wrapLines } }) =>
        onShown({
          size: pageSize ?? shown.size,
          columns: contentDisplay?.flatMap((item) => ('visible' in item ? [item] : [])) ?? shown.columns,
          wrapLines: wrapLines ?? shown.wrapLines,
        })
      }
    />
  );
};

const Wide = ({ findings, used: { look, change }, shown, onShown, ...around }: Listed) => {
  const { application } = useWords();
  const columns = useColumns();
  return (
    <Table
      {...around}
      variant="full-page"
      stickyHeader
      wrapLines={shown.wrapLines}
      items={findings ?? []}
      trackBy="id"
      loading={findings === undefined}
      loadingText={application.loading}
      columnDisplay={shown.columns}
      columnDefinitions={columns.map(({ sorting, ...column }) => ({
        ...column,
        isRowHeader: column.id === 'number',
        ...(sorting !== undefined && { sortingField: sorting }),
      }))}
      sortingColumn={{ sortingField: look.sort ?? 'number' }}
      sortingDescending={look.order === 'desc'}
      onSortingChange={({ detail: { sortingColumn, isDescending } }) =>
        change({ sort: sortingColumn.sortingField, order: isDescending ? 'desc' : undefined })
      }
      preferences={<Preferences shown={shown} onShown={onShown} />}
    />
  );
};

const onCards = ['where', 'due', 'owner', 'statement'];

const Narrow = ({ findings, used: _used, shown: _shown, onShown: _onShown, ...around }: Listed) => {
  const { application } = useWords();
  const columns = useColumns();
  return (
    <Cards
      {...around}
      variant="full-page"
      items={findings ?? []}
      trackBy="id"
      loading={findings === undefined}
      loadingText={application.loading}
      cardDefinition={{
        header: ({ id, number, grade, audit }) => (
          <SpaceBetween size="xs" direction="horizontal" alignItems="center">
            <PageLink fontSize="heading-s" href={`/findings/${id}`}>
              {number}
            </PageLink>
            <GradeBadge grade={grade} />
            <Box color="text-body-secondary">{audit}</Box>
          </SpaceBetween>
        ),
        sections: columns
          .filter(({ id }) => onCards.includes(id))
          .map(({ id, header, cell }) => ({ id, header, content: cell })),
      }}
    />
  );
};

/** One page of findings: a table, and on a phone a card for each. */
export const Findings = (listed: Listed) => (useNarrow() ? <Narrow {...listed} /> : <Wide {...listed} />);
