import Alert from '@cloudscape-design/components/alert';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Answer } from '../../client/types.ts';
import { useWords } from '../../words/words.tsx';

/** The address of a link that was just made: shown this once, for it is kept nowhere. */
export const MadeLink = ({
  made: { link, url },
  onDismiss,
}: {
  readonly made: Answer<'makeLink'>;
  readonly onDismiss: () => void;
}) => {
  const { links: said } = useWords();
  return (
    <Alert type="success" dismissible onDismiss={onDismiss} header={said.made(link.email)}>
      <SpaceBetween size="s">
        <div>{said.shownOnce}</div>
        <code className="address">{url}</code>
        <CopyToClipboard
          textToCopy={url}
          copyButtonText={said.copy}
          copySuccessText={said.copied}
          copyErrorText={said.notCopied}
        />
      </SpaceBetween>
    </Alert>
  );
};
