import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../client/use-client.tsx';
import { DueDate, GradeBadge } from '../../parts/finding-words.tsx';
import { Listing } from '../../parts/listing.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useWords } from '../../words/words.tsx';
import type { ImportShown } from './mending.ts';

/** What came of a confirmed report: the findings, as they are issued one after the other. */
export const Issued = ({ audit, shown }: { readonly audit: string; readonly shown: ImportShown }) => {
  const { imports: said, register, audits } = useWords();
  const navigate = useNavigate();
  const numbers = new Set(shown.rowList.filter(({ status }) => status !== 'refused').map(({ number }) => number));
  const all = useAnswer('listFindings', { query: { audit, size: 200 } }).data?.findings ?? [];
  const findings = all.filter(({ number }) => numbers.has(number));
  const isDone = shown.status === 'issued';
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={shown.fileName}
          actions={<Button onClick={() => navigate(`/audits/${audit}`)}>{audits.back}</Button>}
        >
          {isDone ? said.issuedTitle : said.issuing}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {isDone ? (
          <Alert type="success">{said.issuedLead}</Alert>
        ) : (
          <ProgressBar
            label={said.issuing}
            description={said.mayBeLeft}
            value={numbers.size === 0 ? 0 : Math.floor((100 * findings.length) / numbers.size)}
          />
        )}
        <Listing
          items={findings}
          trackBy="id"
          header={
            <Header variant="h2" counter={`(${findings.length})`}>
              {said.findings}
            </Header>
          }
          empty={<Box color="text-body-secondary">{said.noneYet}</Box>}
          columns={[
            {
              id: 'number',
              header: register.number,
              minWidth: 90,
              isRowHeader: true,
              cell: ({ id, number }) => <PageLink href={`/findings/${id}`}>{number}</PageLink>,
            },
            { id: 'grade', header: register.grade, minWidth: 100, cell: ({ grade }) => <GradeBadge grade={grade} /> },
            {
              id: 'due',
              header: register.due,
              minWidth: 140,
              cell: ({ due, overdue }) => <DueDate due={due} overdue={overdue} />,
            },
            { id: 'owner', header: register.owner, minWidth: 200, cell: ({ owner }) => owner },
          ]}
        />
      </SpaceBetween>
    </ContentLayout>
  );
};
