import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Answer } from '../../client/types.ts';
import { useCommand } from '../../client/use-client.tsx';
import { Dialog } from '../../parts/dialog.tsx';
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
  const { links: said } = useWords();
  const revoke = useCommand('revokeLink');
  const go = (): void => revoke.mutate({ path: { audit, link: link.id } }, { onSuccess: onClose });
  return (
    <Dialog header={said.revokeTitle} action={said.revoke} isBusy={revoke.isPending} onGo={go} onClose={onClose}>
      <SpaceBetween size="m">
        <Refused error={revoke.error} />
        <div>{said.revokeLead(said.purposes[link.purpose], link.email)}</div>
      </SpaceBetween>
    </Dialog>
  );
};
