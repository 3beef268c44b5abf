import Alert from '@cloudscape-design/components/alert';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Answer } from '../../client/types.ts';
import { useWords } from '../../words/words.tsx';

/** The secret of a webhook that was just made or renewed: shown this once, for it is kept nowhere. */
export const ShownSecret = ({
  shown: { webhook, secret },
  onDismiss,
}: {
  readonly shown: Answer<'makeWebhook'>;
  readonly onDismiss: () => void;
}) => {
  const { webhooks: said, application } = useWords();
  return (
    <Alert type="success" dismissible onDismiss={onDismiss} header={said.secretOf(webhook.name)}>
      <SpaceBetween size="s">
        <div>{said.shownOnce}</div>
        <code className="address">{secret}</code>
        <CopyToClipboard
          textToCopy={secret}
          copyButtonText={application.copy}
          copySuccessText={application.copied}
          copyErrorText={application.notCopied}
        />
      </SpaceBetween>
    </Alert>
  );
};
