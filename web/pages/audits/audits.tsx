import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import { auditTransitionOf } from '#domain/audit/transitions.ts';
import { Asked } from '../../parts/asked.tsx';
import { Listing } from '../../parts/listing.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useIsAny } from '../../parts/use-roles.ts';
import { useSpeech } from '../../words/words.tsx';
import { useAudits } from './use-audits.ts';

/** All audits, the newest first. */
export const AuditsPage = () => {
  const { date, words } = useSpeech();
  const { audits: said } = words;
  const navigate = useNavigate();
  const answer = useAudits();
  const mayOpen = useIsAny(auditTransitionOf('open').by);
  const open = mayOpen && (
    <Button variant="primary" onClick={() => navigate('/audits/new')}>
      {said.open}
    </Button>
  );
  return (
    <Asked answer={answer}>
      {(audits) => (
        <Listing
          variant="full-page"
          items={audits.toSorted((a, b) => (a.firstDay < b.firstDay ? 1 : -1))}
          trackBy="id"
          header={
            <Header variant="h1" counter={`(${audits.length}${answer.hasNextPage ? '+' : ''})`} actions={open}>
              {words.pages.audits}
            </Header>
          }
          empty={
            <SpaceBetween size="s" alignItems="center">
              <Box>{mayOpen ? said.empty : said.emptyForReaders}</Box>
              {open}
            </SpaceBetween>
          }
          {...(answer.hasNextPage && {
            footer: (
              <Box textAlign="center">
                <Button loading={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
                  {words.application.showMore}
                </Button>
              </Box>
            ),
          })}
          columns={[
            {
              id: 'title',
              header: said.title,
              minWidth: 220,
              isRowHeader: true,
              cell: ({ id, title }) => <PageLink href={`/audits/${id}`}>{title}</PageLink>,
            },
            {
              id: 'kind',
              header: said.kind,
              minWidth: 120,
              cell: ({ kind }) => said.kinds[kind as keyof typeof said.kinds],
            },
            { id: 'firstDay', header: said.dates.firstDay, minWidth: 120, cell: ({ firstDay }) => date(firstDay) },
            { id: 'id', header: said.id, minWidth: 130, cell: ({ id }) => id },
          ]}
        />
      )}
    </Asked>
  );
};
