import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Answer } from '../../client/types.ts';
import { useAnswer } from '../../client/use-client.tsx';
import { Asked } from '../../parts/asked.tsx';
import { GradeBadge, Standing } from '../../parts/finding-words.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useWords } from '../../words/words.tsx';
import { Comments } from './comments/comments.tsx';
import { EvidenceList } from './evidence/evidence-list.tsx';
import { Packs } from './evidence/packs.tsx';
import { AuditOf } from './head/audit-of.tsx';
import { ChangedDates } from './head/changed-dates.tsx';
import { Ended } from './head/ended.tsx';
import { Facts } from './head/facts.tsx';
import { Lifecycle } from './head/lifecycle.tsx';
import { NextActions } from './head/next-actions.tsx';
import { UnderWay } from './head/under-way.tsx';
import { HandedIn } from './record/handed-in.tsx';
import { Timeline } from './record/timeline.tsx';
import { StageWork } from './stage/stage-work.tsx';
import { usePermitted } from './use-permitted.ts';

const Panel = ({
  title,
  description,
  actions,
  children,
}: {
  readonly title: string;
  readonly description?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) => (
  <Container
    header={
      <Header variant="h2" description={description} actions={actions}>
        {title}
      </Header>
    }
  >
    {children}
  </Container>
);

const Finding = ({ view }: { readonly view: Answer<'getFinding'> }) => {
  const { finding, overdue, actions } = view;
  const { comments, finding: said, print, trail } = useWords();
  const { id, number, audit } = finding.facts;
  const usesPacks = usePermitted('usePacks', id);
  const me = useAnswer('me', {}).data?.email;
  useTitle(number);
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          info={<GradeBadge grade={finding.grade} />}
          actions={<PageLink href={`/findings/${id}/print`}>{print.open}</PageLink>}
          description={
            <span data-panel="standing">
              <Standing status={finding.status} stage={'stage' in finding ? finding.stage : undefined} />
            </span>
          }
        >
          {number}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <UnderWay view={view} />
        <Ended finding={finding} />
        {'due' in finding && (
          <Panel title={said.steps}>
            <SpaceBetween size="m">
              <Lifecycle finding={finding} overdue={overdue} />
              <ChangedDates finding={id} />
            </SpaceBetween>
          </Panel>
        )}
        {me !== undefined && <NextActions view={view} me={me} />}
        <Panel title={said.report}>
          <Facts finding={finding} audit={<AuditOf finding={id} audit={audit} />} />
        </Panel>
        {me !== undefined && actions.includes('submit') && finding.status === 'awaiting' && (
          <StageWork key={`${finding.stage} ${finding.cycle} ${finding.round}`} view={{ ...view, finding }} me={me} />
        )}
        {'submission' in finding && <HandedIn finding={finding} />}
        <Panel title={said.files}>
          <EvidenceList finding={id} />
        </Panel>
        {usesPacks && <Packs finding={id} />}
        <Panel title={comments.title} description={comments.hint}>
          <Comments finding={id} />
        </Panel>
        <Panel title={said.timeline} actions={<PageLink href={`/findings/${id}/trail`}>{trail.title}</PageLink>}>
          <Timeline finding={id} />
        </Panel>
      </SpaceBetween>
    </ContentLayout>
  );
};

/** One finding, whole. */
export const FindingPage = () => {
  const { finding = '' } = useParams();
  const answer = useAnswer('getFinding', { path: { finding } });
  return <Asked answer={answer}>{(view) => <Finding view={view} />}</Asked>;
};
