import type { Answer } from '../../client/types.ts';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { useWords } from '../../words/words.tsx';

/** The secret of a webhook that was just made or renewed. */
export const ShownSecret = ({
  shown: { webhook, secret },
  onDismiss,
}: {
  readonly shown: Answer<'makeWebhook'>;
  readonly onDismiss: () => void;
}) => {
  const { webhooks: said, application } = useWords();
  const header = said.secretOf(webhook.name);
  return <ShownOnce header={header} lead={said.shownOnce} text={secret} said={application} onDismiss={onDismiss} />;
};
