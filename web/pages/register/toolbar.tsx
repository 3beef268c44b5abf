import Button from '@cloudscape-design/components/button';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useEffect, useState } from 'react';
import { useNarrow } from '../../parts/window-width.ts';
import { useWords } from '../../words/words.tsx';
import { useColumns } from './columns.tsx';
import { Filters } from './filters.tsx';
import { filtersSet, isFiltered, type UsedLook } from './use-look.ts';

/** On a phone there are no column headers to sort by. */
const Order = ({ used: { look, change } }: { readonly used: UsedLook }) => {
  const { register: said } = useWords();
  const options = useColumns().flatMap(({ sorting, header }) =>
    sorting === undefined
      ? []
      : [
          { value: `${sorting} asc`, label: said.ascending(header) },
          { value: `${sorting} desc`, label: said.descending(header) },
        ],
  );
  const present = `${look.sort ?? 'number'} ${look.order ?? 'asc'}`;
  return (
    <Select
      inlineLabelText={said.sortBy}
      options={options}
      selectedOption={options.find(({ value }) => value === present) ?? null}
      onChange={({ detail: { selectedOption } }) => {
        const [sort, order] = selectedOption.value?.split(' ') ?? [];
        change({ sort, order });
      }}
    />
  );
};

/** Words to look for, and the filters behind a button. */
export const Toolbar = ({
  used,
  owners,
  total,
}: {
  readonly used: UsedLook;
  readonly owners: readonly string[];
  readonly total: number | undefined;
}) => {
  const { register: said } = useWords();
  const isNarrow = useNarrow();
  const { look, change, clear } = used;
  const { q = '' } = look;
  const [typed, setTyped] = useState(q);
  const [isOpen, setOpen] = useState(!isNarrow);
  // Another view, or a step back: the words are those of the address again.
  useEffect(() => setTyped(q), [q]);
  return (
    <SpaceBetween size="s">
      <SpaceBetween size="xs" direction="horizontal">
        <div className="search">
          <TextFilter
            filteringText={typed}
            filteringPlaceholder={said.filter}
            filteringAriaLabel={said.filter}
            {...(total !== undefined && isFiltered(look) && { countText: said.matches(total) })}
            onChange={({ detail }) => setTyped(detail.filteringText)}
            onDelayedChange={({ detail }) => change({ q: detail.filteringText })}
          />
        </div>
        <Button
          iconName={isOpen ? 'caret-up-filled' : 'caret-down-filled'}
          ariaExpanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {said.filters(filtersSet(look))}
        </Button>
        {isFiltered(look) && (
          <Button variant="link" onClick={clear}>
            {said.clear}
          </Button>
        )}
      </SpaceBetween>
      {isOpen && <Filters used={used} owners={owners} />}
      {isNarrow && <Order used={used} />}
    </SpaceBetween>
  );
};
