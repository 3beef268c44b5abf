import Alert from '@cloudscape-design/components/alert';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';

/** Something that was just made and is kept nowhere: shown this once, to be copied. */
export const ShownOnce = ({
  header,
  lead,
  text,
  said,
  onDismiss,
}: {
  readonly header: string;
  readonly lead: string;
  readonly text: string;
  readonly said: { readonly copy: string; readonly copied: string; readonly notCopied: string };
  readonly onDismiss: () => void;
}) => (
  <Alert type="success" dismissible onDismiss={onDismiss} header={header}>
    <SpaceBetween size="s">
      <div>{lead}</div>
      <code className="address">{text}</code>
      <CopyToClipboard
        textToCopy={text}
        copyButtonText={said.copy}
        copySuccessText={said.copied}
        copyErrorText={said.notCopied}
      />
    </SpaceBetween>
  </Alert>
);
