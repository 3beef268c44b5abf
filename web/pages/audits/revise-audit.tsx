import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ReviseAudit } from '#contracts/http.ts';
import { ApiProblem, type Reason } from '../../client/client.ts';
import { useCommand } from '../../client/use-client.tsx';
import { giveUp } from '../../drafts/give-up.ts';
import { requestKey } from '../../drafts/request-key.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { checked } from '../../parts/checked.ts';
import { Refused, useReasons } from '../../parts/reasons.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useWords } from '../../words/words.tsx';
import { type AuditFields, bodyOf, fieldsOf } from './audit-fields.ts';
import { AuditFor } from './audit-for.tsx';
import { AuditForm } from './audit-form.tsx';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import type { Audit } from './holds.ts';
import { useLikelyPeople } from './likely-people.ts';

interface Revision {
  /** The audit as it was when somebody began to write. */
  readonly seen?: Pick<Audit, 'version' | 'facts'>;
  /** What that person has changed, and nothing else. */
  readonly typed: Partial<AuditFields>;
}
const nothing: Revision = { typed: {} };

const ReviseAuditForm = ({ audit, me }: { readonly audit: Audit; readonly me: string }) => {
  const { audits: said, application, stage } = useWords();
  useTitle(said.reviseTitle(audit.facts.title));
  const navigate = useNavigate();
  const name = `${me}:revise:${audit.id}`;
  const draft = useDraft<Revision>(name, nothing);
  const revise = useCommand('reviseAudit');
  const [found, setFound] = useState<readonly Reason[]>([]);
  const { typed, seen = audit } = draft.value;
  const fields = { ...fieldsOf(audit.facts), ...typed };
  const known = useLikelyPeople(fields.team);
  const reasons = useReasons([...found, ...(revise.error instanceof ApiProblem ? revise.error.reasons : [])]);
  const back = `/audits/${audit.id}`;

  const forget = (): void => {
    draft.clear();
    giveUp(name);
  };
  const send = (): void => {
    const form = checked(ReviseAudit, bodyOf(fields), stage.fillIn);
    setFound('reasons' in form ? form.reasons : []);
    revise.reset();
    if ('reasons' in form) return;
    const { version } = seen;
    const key = requestKey(window.localStorage, name, { version, body: form.value });
    revise.mutate(
      { path: { audit: audit.id }, version, key, body: form.value },
      {
        onSuccess: () => {
          forget();
          navigate(back);
        },
      },
    );
  };
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={draft.isBegun ? stage.draftKept : said.reviseLead}>
          {said.reviseTitle(audit.facts.title)}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {seen.version !== audit.version && (
          <ChangedMeanwhile
            before={fieldsOf(seen.facts)}
            now={fieldsOf(audit.facts)}
            yours={typed}
            onSeen={(kept) => {
              revise.reset();
              draft.change({ seen: { version: audit.version, facts: audit.facts }, typed: kept });
            }}
          />
        )}
        <AuditForm
          fields={fields}
          reasons={reasons}
          known={known}
          onChange={(part) =>
            draft.change({
              seen: { version: seen.version, facts: seen.facts },
              typed: { ...typed, ...part },
            })
          }
        />
        {found.length > 0 && <Box color="text-status-error">{stage.incomplete(found.length)}</Box>}
        <Refused error={revise.error} />
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button
              variant="link"
              onClick={() => {
                forget();
                navigate(back);
              }}
            >
              {said.discard}
            </Button>
            <Button onClick={() => navigate(back)}>{application.cancel}</Button>
            <Button variant="primary" loading={revise.isPending} onClick={send}>
              {said.save}
            </Button>
          </SpaceBetween>
        </Box>
      </SpaceBetween>
    </ContentLayout>
  );
};

/** Changes the facts, dates or team of an audit. */
export const ReviseAuditPage = () => (
  <AuditFor action="revise">{(audit, me) => <ReviseAuditForm audit={audit} me={me} />}</AuditFor>
);
