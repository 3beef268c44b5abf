import Alert from '@cloudscape-design/components/alert';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { type AuditAction, rolesFor } from '#domain/audit/actions.ts';
import { useAnswer } from '../../client/use-client.tsx';
import { Asked } from '../../parts/asked.tsx';
import { useWords } from '../../words/words.tsx';
import type { Audit } from './holds.ts';

/**
 * A page about the audit of the address, for people who may do this with it; to others it says for whom it is.
 * @param children also told who is signed in
 */
export const AuditFor = ({
  action,
  children,
}: {
  readonly action: AuditAction;
  readonly children: (audit: Audit, me: string) => ReactNode;
}) => {
  const { audit = '' } = useParams();
  const { audits: said, roles } = useWords();
  const me = useAnswer('me', {});
  const named = rolesFor(action).filter((role) => role !== 'system');
  return (
    <Asked answer={useAnswer('getAudit', { path: { audit } })}>
      {(view) =>
        view.actions.includes(action) ? (
          <Asked answer={me}>{({ email }) => children(view, email)}</Asked>
        ) : (
          <Alert type="info">{said.notForYou(named.map((role) => roles[role]).join(', '))}</Alert>
        )
      }
    </Asked>
  );
};
