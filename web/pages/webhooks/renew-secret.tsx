import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Webhook } from '#domain/webhook/webhook.ts';
import type { Answer } from '../../client/types.ts';
import { useCommand } from '../../client/use-client.tsx';
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
  const { webhooks: said, application } = useWords();
  const renew = useCommand('renewWebhookSecret');
  const go = (): void => renew.mutate({ path: { webhook: webhook.id } }, { onSuccess: onRenewed });
  return (
    <Modal
      visible
      header={said.renewTitle(webhook.name)}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={onClose}>
              {application.cancel}
            </Button>
            <Button variant="primary" loading={renew.isPending} onClick={go}>
              {said.renew}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Refused error={renew.error} />
        <div>{said.renewLead}</div>
      </SpaceBetween>
    </Modal>
  );
};
