import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../client/types.ts';
import { useCommand } from '../../client/use-client.tsx';
import { LineField } from '../../parts/fields.tsx';
import { Refused } from '../../parts/reasons.tsx';
import { useWords } from '../../words/words.tsx';

type View = NonNullable<Answer<'me'>['views']>[number];

const Dialog = ({
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
  const { application } = useWords();
  const go = (): void => keep.mutate({ body: { views: [...views] } }, { onSuccess: onClose });
  return (
    <Modal
      visible
      header={title}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={onClose}>
              {application.cancel}
            </Button>
            <Button variant="primary" loading={keep.isPending} onClick={go}>
              {action}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
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
    </Modal>
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
    <Dialog
      title={named === undefined ? said.saveTitle : said.renameTitle}
      lead={said.saveLead}
      action={said.doSave}
      keep={keep}
      views={next}
      onClose={onClose}
    >
      <LineField label={said.name} hint={said.nameHint} value={name} onChange={(value) => setName(value ?? '')} />
    </Dialog>
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
    <Dialog
      title={said.removeTitle}
      lead={said.removeLead(name)}
      action={said.doRemove}
      keep={useCommand('keepViews')}
      views={views.filter((view) => view.name !== name)}
      onClose={onClose}
    />
  );
};
