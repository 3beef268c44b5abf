import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Webhook } from '#domain/webhook/webhook.ts';
import type { Answer } from '../../client/types.ts';
import { useCommand } from '../../client/use-client.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Refused } from '../../parts/reasons.tsx';
import { useWords } from '../../words/words.tsx';

/** Asks once more before a webhook gets another secret. */
export const RenewSecret = ({
  webhook,
  onClose,
  onRenewed,
}: {
  readonly webhook: Webhook;
  readonly onClose: () => void;
  readonly onRenewed: (shown: Answer<'renewWebhookSecret'>) => void;
}) => {
  const { webhooks: said } = useWords();
  const renew = useCommand('renewWebhookSecret');
  const go = (): void => renew.mutate({ path: { webhook: webhook.id } }, { onSuccess: onRenewed });
  return (
    <Dialog
      header={said.renewTitle(webhook.name)}
      action={said.renew}
      isBusy={renew.isPending}
      onGo={go}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        <Refused error={renew.error} />
        <div>{said.renewLead}</div>
      </SpaceBetween>
    </Dialog>
  );
};
