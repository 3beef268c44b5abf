import Cards from '@cloudscape-design/components/cards';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { useNarrow } from './window-width.ts';

/** A column of the table, and a part of each card. */
export interface ListingColumn<T> extends TableProps.ColumnDefinition<T> {
  readonly header: string;
  /** It says itself what it is, as a button does: a card needs no heading for it. */
  readonly isPlain?: boolean;
}

interface ListingProps<T> {
  readonly items: readonly T[];
  readonly trackBy: TableProps.TrackBy<T>;
  readonly columns: readonly ListingColumn<T>[];
  readonly variant?: 'container' | 'full-page';
  readonly header?: ReactNode;
  readonly filter?: ReactNode;
  readonly pagination?: ReactNode;
  readonly empty?: ReactNode;
  readonly footer?: ReactNode;
  /** What only a table can do, such as sort by its headers. */
  readonly ofTable?: Partial<TableProps<T>>;
}

const ofColumn = <T,>({ isPlain: _isPlain, ...column }: ListingColumn<T>): TableProps.ColumnDefinition<T> => column;

/** A table, and on a phone, where its columns have no room, a card for each row. */
export const Listing = <T,>({ columns, ofTable, footer, variant = 'container', ...around }: ListingProps<T>) => {
  const isNarrow = useNarrow();
  if (!isNarrow)
    return (
      <Table
        {...around}
        {...ofTable}
        footer={footer}
        variant={variant}
        wrapLines
        columnDefinitions={columns.map(ofColumn)}
      />
    );
  const heads = columns.filter(({ isRowHeader }) => isRowHeader);
  return (
    <>
      <Cards
        {...around}
        variant={variant}
        cardDefinition={{
          header: (item) => heads.map(({ id, cell }) => <div key={id}>{cell(item)}</div>),
          sections: columns
            .filter(({ isRowHeader }) => !isRowHeader)
            .map(({ id, header, isPlain, cell }) => ({
              ...(id !== undefined && { id }),
              ...(!isPlain && { header }),
              content: cell,
            })),
        }}
      />
      {footer}
    </>
  );
};
