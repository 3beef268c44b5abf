import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../client/types.ts';
import { useCommand } from '../../client/use-client.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { LineField } from '../../parts/fields.tsx';
import { Refused } from '../../parts/reasons.tsx';
import { useWords } from '../../words/words.tsx';

type View = NonNullable<Answer<'me'>['views']>[number];

const KeepViews = ({
  title,
  lead,
  action,
  keep,
  views,
  onClose,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly keep: ReturnType<typeof useCommand<'keepViews'>>;
  /** All views as they will be. */
  readonly views: readonly View[];
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) => {
  const go = (): void => keep.mutate({ body: { views: [...views] } }, { onSuccess: onClose });
  return (
    <Dialog header={title} action={action} isBusy={keep.isPending} onGo={go} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <SpaceBetween size="m">
          <div>{lead}</div>
          {children}
          <Refused error={keep.error} />
        </SpaceBetween>
      </form>
    </Dialog>
  );
};

/** Gives a look a name, or another one. */
export const NameView = ({
  views,
  query,
  named,
  onClose,
}: {
  readonly views: readonly View[];
  readonly query: string;
  /** The name it has. */
  readonly named?: string;
  readonly onClose: () => void;
}) => {
  const { views: said } = useWords().register;
  const [name, setName] = useState(named ?? '');
  const keep = useCommand('keepViews');
  const next =
    named === undefined
      ? [...views, { name, query }]
      : views.map((view) => (view.name === named ? { ...view, name } : view));
  return (
    <KeepViews
      title={named === undefined ? said.saveTitle : said.renameTitle}
      lead={said.saveLead}
      action={said.doSave}
      keep={keep}
      views={next}
      onClose={onClose}
    >
      <LineField label={said.name} hint={said.nameHint} value={name} onChange={(value) => setName(value ?? '')} />
    </KeepViews>
  );
};

/** Asks once more before a view is deleted. */
export const RemoveView = ({
  views,
  name,
  onClose,
}: {
  readonly views: readonly View[];
  readonly name: string;
  readonly onClose: () => void;
}) => {
  const { views: said } = useWords().register;
  return (
    <KeepViews
      title={said.removeTitle}
      lead={said.removeLead(name)}
      action={said.doRemove}
      keep={useCommand('keepViews')}
      views={views.filter((view) => view.name !== name)}
      onClose={onClose}
    />
  );
};
