import { useState } from 'react';
import { keepText } from '../../drafts/keep-text.ts';

/** The columns, in the order in which they are seen at first. */
export const columnNames = [
  'number',
  'grade',
  'where',
  'due',
  'owner',
  'statement',
  'audit',
  'requirements',
  'issued',
  'closed',
] as const;
export type ColumnName = (typeof columnNames)[number];

export const pageSizes = [25, 50, 100, 200] as const;

/** How this browser shows the register: another screen has other room. */
export interface Shown {
  readonly size: number;
  readonly columns: readonly { readonly id: string; readonly visible: boolean }[];
  readonly wrapLines: boolean;
}

const hiddenAtFirst: readonly ColumnName[] = ['audit', 'requirements', 'issued', 'closed'];
const atFirst: Shown = {
  size: 50,
  columns: columnNames.map((id) => ({ id, visible: !hiddenAtFirst.includes(id) })),
  wrapLines: true,
};

const place = 'redress-register';
const isColumn = (id: unknown): id is ColumnName => columnNames.some((name) => name === id);

/** As it was kept; columns that have come since are added, those that are gone are left out. */
const keptIn = (text: string | null): Shown => {
  if (text === null) return atFirst;
  try {
    const { size, columns, wrapLines } = JSON.parse(text) as Partial<Shown>;
    const known = (columns ?? []).filter(({ id }) => isColumn(id));
    const added = atFirst.columns.filter(({ id }) => !known.some((column) => column.id === id));
    return {
      size: pageSizes.find((each) => each === size) ?? atFirst.size,
      columns: [...known, ...added],
      wrapLines: wrapLines !== false,
    };
  } catch {
    // Somebody else wrote here: it is shown as at first.
    return atFirst;
  }
};

export const useShown = (): readonly [Shown, (shown: Shown) => void] => {
  const [shown, setShown] = useState(() => keptIn(window.localStorage.getItem(place)));
  return [
    shown,
    (next) => {
      keepText(place, JSON.stringify(next));
      setShown(next);
    },
  ];
};
