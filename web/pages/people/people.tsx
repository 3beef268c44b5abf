import { useCollection } from '@cloudscape-design/collection-hooks';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import { permissions } from '#domain/people/permissions.ts';
import type { Person } from '#domain/people/person.ts';
import { useAnswer } from '../../client/use-client.tsx';
import { Asked } from '../../parts/asked.tsx';
import { ForRoles } from '../../parts/for-roles.tsx';
import { Listing } from '../../parts/listing.tsx';
import { useIsAny } from '../../parts/use-roles.ts';
import { useWords } from '../../words/words.tsx';
import { PersonForm } from './person-form.tsx';
import { useRoleWords } from './use-role-words.ts';

const perPage = 50;

const PeopleTable = ({
  people,
  onAdd,
  onChange,
}: {
  readonly people: readonly Person[];
  readonly onAdd: (() => void) | undefined;
  readonly onChange: ((person: Person) => void) | undefined;
}) => {
  const { people: said, pages } = useWords();
  const inWords = useRoleWords();
  const { items, actions, filteredItemsCount, collectionProps, filterProps, paginationProps } = useCollection(people, {
    filtering: {
      filteringFunction: ({ name, email, roles }, text) =>
        `${name} ${email} ${inWords(roles)}`.toLowerCase().includes(text.toLowerCase()),
      noMatch: (
        <SpaceBetween size="s" alignItems="center">
          <Box>{said.noMatch}</Box>
          <Button onClick={() => actions.setFiltering('')}>{said.clear}</Button>
        </SpaceBetween>
      ),
    },
    sorting: { defaultState: { sortingColumn: { sortingField: 'name' } } },
    pagination: { pageSize: perPage },
  });
  return (
    <Listing
      ofTable={collectionProps}
      variant="full-page"
      items={items}
      trackBy="email"
      header={
        <Header
          variant="h1"
          counter={`(${people.length})`}
          description={said.lead}
          actions={
            onAdd && (
              <Button variant="primary" onClick={onAdd}>
                {said.add}
              </Button>
            )
          }
        >
          {pages.people}
        </Header>
      }
      filter={
        <TextFilter
          {...filterProps}
          filteringPlaceholder={said.filter}
          filteringAriaLabel={said.filter}
          countText={said.matches(filteredItemsCount ?? 0)}
        />
      }
      {...(people.length > perPage && { pagination: <Pagination {...paginationProps} /> })}
      empty={collectionProps.empty}
      columns={[
        {
          id: 'name',
          header: said.name,
          minWidth: 150,
          sortingField: 'name',
          isRowHeader: true,
          cell: ({ name }) => name,
        },
        { id: 'email', header: said.email, sortingField: 'email', minWidth: 220, cell: ({ email }) => email },
        { id: 'roles', header: said.roles, minWidth: 180, cell: ({ roles }) => inWords(roles) },
        ...(onChange
          ? [
              {
                id: 'change',
                header: said.change,
                minWidth: 100,
                isPlain: true,
                cell: (person: Person) => (
                  <Button variant="inline-link" ariaLabel={said.changeOf(person.name)} onClick={() => onChange(person)}>
                    {said.change}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
};

const People = () => {
  const { people: said } = useWords();
  const answer = useAnswer('listPeople', {});
  const mayChange = useIsAny(permissions.changePeople);
  /** Whose form is open; `new`: that of somebody who is added. */
  const [open, setOpen] = useState<Person | 'new'>();
  const [saved, setSaved] = useState<string>();
  const close = (): void => setOpen(undefined);
  return (
    <Asked answer={answer}>
      {({ people }) => (
        <SpaceBetween size="m">
          {saved !== undefined && (
            <Alert type="success" dismissible onDismiss={() => setSaved(undefined)}>
              {said.saved(saved)}
            </Alert>
          )}
          <PeopleTable
            people={people}
            onAdd={mayChange ? () => setOpen('new') : undefined}
            onChange={mayChange ? setOpen : undefined}
          />
          <Box color="text-body-secondary">
            <p>{said.derived}</p>
            <p>{said.kept}</p>
          </Box>
          {open !== undefined && (
            <PersonForm
              before={open === 'new' ? undefined : open}
              people={people}
              onClose={close}
              onSaved={(name) => {
                close();
                setSaved(name);
              }}
            />
          )}
        </SpaceBetween>
      )}
    </Asked>
  );
};

/** The people directory: who signs in, and in which roles. */
export const PeoplePage = () => (
  <ForRoles allowed={permissions.listPeople}>
    <People />
  </ForRoles>
);
