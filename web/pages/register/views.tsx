import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import { useAnswer } from '../../client/use-client.tsx';
import { useWords } from '../../words/words.tsx';
import { textOf, type UsedLook } from './use-look.ts';
import { NameView, RemoveView } from './view-dialogs.tsx';

const own = 'own:';

/** What one comes to look at again and again: some views ready-made, the others each person's own. */
export const Views = ({ used: { text, take } }: { readonly used: UsedLook }) => {
  const { views: said } = useWords().register;
  const me = useAnswer('me', {}).data;
  const [dialog, setDialog] = useState<'save' | 'rename' | 'remove'>();
  const views = me?.views ?? [];
  const readyMade = [
    { name: said.everything, query: '' },
    { name: said.open, query: textOf({ status: 'open', sort: 'due' }) },
    { name: said.overdue, query: textOf({ overdue: 'true', sort: 'due' }) },
    ...(me ? [{ name: said.mine, query: textOf({ status: 'open', owner: me.email, sort: 'due' }) }] : []),
  ];
  const current = views.find(({ query }) => query === text);
  const named = current ?? readyMade.find(({ query }) => query === text);
  const items: ButtonDropdownProps.ItemOrGroup[] = [
    {
      id: 'ready-made',
      text: said.readyMade,
      items: readyMade.map(({ name, query }) => ({ id: `?${query}`, text: name })),
    },
    ...(views.length === 0
      ? []
      : [
          { id: 'own', text: said.own, items: views.map(({ name, query }) => ({ id: `${own}?${query}`, text: name })) },
        ]),
    ...(named ? [] : [{ id: 'save', text: said.save }]),
    ...(current
      ? [
          { id: 'rename', text: said.rename(current.name) },
          { id: 'remove', text: said.remove(current.name) },
        ]
      : []),
  ];
  const close = (): void => setDialog(undefined);
  return (
    <>
      <ButtonDropdown
        items={items}
        onItemClick={({ detail: { id } }) => {
          if (id === 'save' || id === 'rename' || id === 'remove') setDialog(id);
          else take(id.slice(id.indexOf('?') + 1));
        }}
      >
        {named?.name ?? said.title}
      </ButtonDropdown>
      {dialog === 'save' && <NameView views={views} query={text} onClose={close} />}
      {dialog === 'rename' && current && <NameView views={views} query={text} named={current.name} onClose={close} />}
      {dialog === 'remove' && current && <RemoveView views={views} name={current.name} onClose={close} />}
    </>
  );
};
