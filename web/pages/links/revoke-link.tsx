import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Answer } from '../../client/types.ts';
import { useCommand } from '../../client/use-client.tsx';
import { Refused } from '../../parts/reasons.tsx';
import { useWords } from '../../words/words.tsx';

export type Link = Answer<'listLinks'>['links'][number];

/** Asks once more before a link is revoked. */
export const RevokeLink = ({
  audit,
  link,
  onClose,
}: {
  readonly audit: string;
  readonly link: Link;
  readonly onClose: () => void;
}) => {
  const { links: said, application } = useWords();
  const revoke = useCommand('revokeLink');
  const go = (): void => revoke.mutate({ path: { audit, link: link.id } }, { onSuccess: onClose });
  return (
    <Modal
      visible
      header={said.revokeTitle}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={onClose}>
              {application.cancel}
            </Button>
            <Button variant="primary" loading={revoke.isPending} onClick={go}>
              {said.revoke}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Refused error={revoke.error} />
        <div>{said.revokeLead(said.purposes[link.purpose], link.email)}</div>
      </SpaceBetween>
    </Modal>
  );
};
