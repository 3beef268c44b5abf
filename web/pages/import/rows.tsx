import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import { PersonField } from '../../parts/fields.tsx';
import { useNarrow } from '../../parts/window-width.ts';
import { useSentence, useWords } from '../../words/words.tsx';
import type { LikelyPeople } from '../audits/likely-people.ts';
import { type Mended, type Mending, type RowNow, wrongAddress } from './mending.ts';
import { RowName, RowStatement } from './row-cells.tsx';
import { GradeField, OwnerField, RequirementsField } from './row-fields.tsx';

const pageSize = 30;
const filters = ['all', 'to-be-completed', 'refused', 'ready', 'left-out'] as const;
type Filter = (typeof filters)[number];

interface Rows {
  readonly rows: readonly RowNow[];
  readonly mending: Mending;
  readonly known: LikelyPeople;
  /** Whether somebody has tried to go on. */
  readonly tried: boolean;
  readonly onChange: (part: Partial<Mending>) => void;
}

const useColumns = ({ mending, known, tried, onChange }: Rows): TableProps.ColumnDefinition<RowNow>[] => {
  const { imports: said, register } = useWords();
  const isNarrow = useNarrow();
  const change =
    ({ row, typed }: RowNow) =>
    (part: Mended): void =>
      onChange({ rows: { ...mending.rows, [row.row]: { ...typed, ...part } } });
  const given = (now: RowNow) => ({ now, tried, onChange: change(now) });
  const name = (now: RowNow) => <RowName now={now} onLeaveOut={(leaveOut) => change(now)({ leaveOut })} />;
  const parts = (now: RowNow) => (
    <SpaceBetween size="xxs">
      <GradeField {...given(now)} />
      <RequirementsField {...given(now)} />
      <OwnerField {...given(now)} known={known} everybodys={mending.owner} />
    </SpaceBetween>
  );
  const whole = (now: RowNow) => (
    <SpaceBetween size="s">
      {name(now)}
      <RowStatement row={now.row} />
      {parts(now)}
    </SpaceBetween>
  );
  if (isNarrow) return [{ id: 'row', header: said.row, isRowHeader: true, cell: whole }];
  return [
    { id: 'row', header: said.row, isRowHeader: true, minWidth: 150, width: 170, cell: name },
    { id: 'statement', header: register.statement, minWidth: 220, cell: ({ row }) => <RowStatement row={row} /> },
    { id: 'parts', header: said.parts, minWidth: 240, cell: parts },
  ];
};

const RowTable = (props: Rows) => {
  const { imports: said } = useWords();
  const [filter, setFilter] = useState<Filter>('all');
  const [page, setPage] = useState(1);
  const columnDefinitions = useColumns(props);
  const count = (which: Filter): number =>
    which === 'all' ? props.rows.length : props.rows.filter(({ stands }) => stands === which).length;
  // What has just been completed stays where it is, or it would go from under the hand.
  const asRead = ({ row, stands }: RowNow): boolean => stands === filter || row.status === filter;
  const items = filter === 'all' ? props.rows : props.rows.filter(asRead);
  const pages = Math.max(1, Math.ceil(items.length / pageSize));
  const present = Math.min(page, pages);
  return (
    <Table
      wrapLines
      items={items.slice((present - 1) * pageSize, present * pageSize)}
      trackBy={({ row }) => String(row.row)}
      header={
        <Header variant="h2" counter={`(${props.rows.length})`}>
          {said.rows}
        </Header>
      }
      filter={
        <SegmentedControl
          label={said.show}
          selectedId={filter}
          options={filters
            .filter((which) => which === 'all' || which === filter || count(which) > 0)
            .map((which) => ({
              id: which,
              text: `${which === 'all' ? said.all : said.rowStatuses[which]} (${count(which)})`,
            }))}
          onChange={({ detail }) => {
            setFilter(filters.find((each) => each === detail.selectedId) ?? 'all');
            setPage(1);
          }}
        />
      }
      {...(pages > 1 && {
        pagination: (
          <Pagination
            currentPageIndex={present}
            pagesCount={pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        ),
      })}
      columnDefinitions={columnDefinitions}
    />
  );
};

/** The rows of a report: each with every reason and note, and what is missing to be added in its place. */
export const ReportRows = (props: Rows) => {
  const { imports: said } = useWords();
  const { rows, mending, known, tried, onChange } = props;
  const sentence = useSentence();
  const ownerFault = wrongAddress(mending.owner);
  const lacking = rows.filter(({ stands }) => stands === 'to-be-completed').length;
  const refused = rows.filter(({ stands }) => stands === 'refused').length;
  const namesNone = rows.filter(({ row }) => row.missing.includes('owner')).length;
  return (
    <SpaceBetween size="l">
      {tried && lacking > 0 && (
        <Alert type="error" header={said.lacking(lacking)}>
          {said.lackingLead}
        </Alert>
      )}
      {refused > 0 && (
        <Alert type="info" header={said.refusedRows(refused)}>
          {said.refusedLead}
        </Alert>
      )}
      {namesNone > 0 && (
        <Container header={<Header variant="h2">{said.owner}</Header>}>
          <PersonField
            label={said.ownerOfAll(namesNone)}
            hint={said.ownerOfAllHint}
            value={mending.owner}
            error={ownerFault === undefined ? '' : sentence(ownerFault)}
            known={known}
            onChange={(owner = '') => onChange({ owner })}
          />
        </Container>
      )}
      <RowTable {...props} />
    </SpaceBetween>
  );
};
