import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { lazy, Suspense } from 'react';
import { useAnswer } from '../../client/use-client.tsx';
import { Asked } from '../../parts/asked.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useWords } from '../../words/words.tsx';
import { grouped, type Work } from './work-groups.ts';
import { WorkList } from './work-list.tsx';

const NothingYet = lazy(async () => ({ default: (await import('./nothing-yet.tsx')).NothingYet }));

/** What waits for the person, by due date. */
const Mine = ({ work, today }: { readonly work: readonly Work[]; readonly today: string }) => {
  const { myWork } = useWords();
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${work.length})`}>
          {myWork.forYou}
        </Header>
      }
    >
      {work.length === 0 && <Box color="text-body-secondary">{myWork.nothing}</Box>}
      <SpaceBetween size="m">
        {grouped(work, today).map(({ name, items }) => (
          <section key={name} aria-label={myWork[name]}>
            <Header variant="h3" counter={`(${items.length})`}>
              {myWork[name]}
            </Header>
            <WorkList items={items} today={today} />
          </section>
        ))}
      </SpaceBetween>
    </Container>
  );
};

/** What waits for the person, by due date, then what waits for others. */
export const MyWorkPage = () => {
  const { pages, myWork } = useWords();
  const answer = useAnswer('listWork', {});
  useTitle(pages.myWork);
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={myWork.lead}>
          {pages.myWork}
        </Header>
      }
    >
      <Asked answer={answer}>
        {({ work, isWhole, today }) => {
          const others = work.filter(({ awaited }) => awaited.length === 0);
          if (work.length === 0)
            return (
              <Suspense>
                <NothingYet />
              </Suspense>
            );
          return (
            <SpaceBetween size="l">
              <Mine work={work.filter(({ awaited }) => awaited.length > 0)} today={today} />
              {others.length > 0 && (
                <Container
                  header={
                    <Header variant="h2" counter={`(${others.length})`}>
                      {myWork.forOthers}
                    </Header>
                  }
                >
                  <WorkList items={others} today={today} />
                </Container>
              )}
              {!isWhole && <Box color="text-body-secondary">{myWork.more}</Box>}
            </SpaceBetween>
          );
        }}
      </Asked>
    </ContentLayout>
  );
};
