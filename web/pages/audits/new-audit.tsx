import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { OpenAudit } from '#contracts/http.ts';
import { ApiProblem, type Reason } from '../../client/client.ts';
import type { Answer } from '../../client/types.ts';
import { useAnswer, useCommand } from '../../client/use-client.tsx';
import { giveUp } from '../../drafts/give-up.ts';
import { requestKey } from '../../drafts/request-key.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { Asked } from '../../parts/asked.tsx';
import { checked } from '../../parts/checked.ts';
import { LineField } from '../../parts/fields.tsx';
import { Refused, reasonsAt, useReasons } from '../../parts/reasons.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useWords } from '../../words/words.tsx';
import { type AuditFields, bodyOf, noFields } from './audit-fields.ts';
import { AuditForm } from './audit-form.tsx';
import { useLikelyPeople } from './likely-people.ts';

type Typed = Partial<AuditFields & { readonly id: string }>;
const nothing: Typed = {};

const NewAudit = ({ me }: { readonly me: Answer<'me'> }) => {
  const { audits: said, application, stage } = useWords();
  useTitle(said.open);
  const navigate = useNavigate();
  const name = `${me.email}:new-audit`;
  const draft = useDraft<Typed>(name, nothing);
  const open = useCommand('openAudit');
  const [found, setFound] = useState<readonly Reason[]>([]);
  const { id = '', ...typed } = draft.value;
  const fields = { ...noFields(me.roles.includes('lead-auditor') ? me.email : ''), ...typed };
  const known = useLikelyPeople(fields.team);
  const reasons = useReasons([...found, ...(open.error instanceof ApiProblem ? open.error.reasons : [])]);

  const send = (): void => {
    const form = checked(OpenAudit, { ...(id !== '' && { id }), ...bodyOf(fields) }, stage.fillIn);
    setFound('reasons' in form ? form.reasons : []);
    open.reset();
    if ('reasons' in form) return;
    open.mutate(
      { body: form.value, key: requestKey(window.localStorage, name, form.value) },
      {
        onSuccess: (audit) => {
          draft.clear();
          giveUp(name);
          navigate(`/audits/${audit.id}`, { replace: true });
        },
      },
    );
  };
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={draft.isBegun ? stage.draftKept : said.openLead}>
          {said.open}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <AuditForm
          fields={fields}
          reasons={reasons}
          known={known}
          onChange={draft.change}
          first={
            <LineField
              label={said.id}
              hint={said.idHint}
              value={id}
              error={reasonsAt(reasons, 'id')}
              onChange={(text = '') => draft.change({ id: text })}
            />
          }
        />
        {found.length > 0 && <Box color="text-status-error">{stage.incomplete(found.length)}</Box>}
        <Refused error={open.error} />
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={() => navigate('/audits')}>
              {application.cancel}
            </Button>
            <Button variant="primary" loading={open.isPending} onClick={send}>
              {said.open}
            </Button>
          </SpaceBetween>
        </Box>
      </SpaceBetween>
    </ContentLayout>
  );
};

/** Opens an audit: its facts, the dates that clocks count from, and its team. */
export const NewAuditPage = () => <Asked answer={useAnswer('me', {})}>{(me) => <NewAudit me={me} />}</Asked>;
