import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Answer } from '../../client/types.ts';
import { useAnswer } from '../../client/use-client.tsx';
import { Asked } from '../../parts/asked.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useWords } from '../../words/words.tsx';
import { AuditFor } from '../audits/audit-for.tsx';
import type { Audit } from '../audits/holds.ts';
import { useLikelyPeople } from '../audits/likely-people.ts';
import { LinkTable } from './link-table.tsx';
import { MadeLink } from './made-link.tsx';
import { MakeLinkForm } from './make-link.tsx';
import { type Link, RevokeLink } from './revoke-link.tsx';

const Links = ({ audit, me }: { readonly audit: Audit; readonly me: string }) => {
  const { links: said } = useWords();
  useTitle(said.title);
  const { id, facts } = audit;
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<Answer<'makeLink'>>();
  const [revoking, setRevoking] = useState<Link>();
  const answer = useAnswer('listLinks', { path: { audit: id } });
  const findings = useAnswer('listFindings', { query: { audit: id, size: 200 } }).data?.findings ?? [];
  const known = useLikelyPeople(facts.team);
  const mayMake = audit.actions.includes('makeLinks');
  const mayRevoke = audit.actions.includes('revokeLinks');
  const isRevoked = answer.data?.links.some(({ id: each, status }) => each === made?.link.id && status === 'revoked');
  const makeOne = mayMake && !isMaking && (
    <Button variant="primary" onClick={() => setMaking(true)}>
      {said.make}
    </Button>
  );
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={said.lead} actions={makeOne}>
          {said.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Box>
          <PageLink href={`/audits/${id}`}>{facts.title}</PageLink>
        </Box>
        {made && !isRevoked && <MadeLink made={made} onDismiss={() => setMade(undefined)} />}
        {isMaking && (
          <MakeLinkForm
            audit={id}
            me={me}
            findings={findings}
            known={known}
            onCancel={() => setMaking(false)}
            onMade={(link) => {
              setMaking(false);
              setMade(link);
            }}
          />
        )}
        <Asked answer={answer}>
          {({ links }) => (
            <LinkTable
              links={links}
              findings={findings}
              empty={mayMake ? said.empty : said.emptyForReaders}
              {...(mayRevoke && { onRevoke: setRevoking })}
            />
          )}
        </Asked>
        {revoking && <RevokeLink audit={id} link={revoking} onClose={() => setRevoking(undefined)} />}
      </SpaceBetween>
    </ContentLayout>
  );
};

/** The links of an audit: for people who have no account. */
export const LinksPage = () => <AuditFor action="seeLinks">{(audit, me) => <Links audit={audit} me={me} />}</AuditFor>;
