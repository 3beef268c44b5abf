import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../client/client.ts';
import type { Answer } from '../../client/types.ts';
import { useAnswer, useClient } from '../../client/use-client.tsx';
import { Asked } from '../../parts/asked.tsx';
import { useReasons } from '../../parts/reasons.tsx';
import { useWords } from '../../words/words.tsx';
import { type AskedDates, AskedDatesForm } from './asked-dates.tsx';
import { Explained } from './explained.tsx';
import { InForce } from './in-force.tsx';

/** What the API answers about these dates; until it does, what it answered about those before. */
const useExplained = (asked: AskedDates) => {
  const client = useClient();
  return useQuery<Answer<'explainPolicy'>>({
    queryKey: ['explainPolicy', undefined, asked],
    queryFn: ({ signal }) => client.call('explainPolicy', { query: asked }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: false,
  });
};

/** Today on the device: somewhere to begin. */
const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

/** The policy in force, and what it comes to in dates. */
export const PolicyPage = () => {
  const { policy: said, pages } = useWords();
  const [asked, setAsked] = useState<AskedDates>(() => ({ grade: 'major', received: today() }));
  const policy = useAnswer('getPolicy', {});
  const explained = useExplained(asked);
  const reasons = useReasons(explained.error instanceof ApiProblem ? explained.error.reasons : []);
  // What concerns a field stands there already.
  const isAtField = reasons.length > 0 && reasons.every(({ field }) => field !== undefined);
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={said.lead}>
          {pages.policy}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Container
          header={
            <Header variant="h2" description={said.datesLead}>
              {said.dates}
            </Header>
          }
        >
          <SpaceBetween size="l">
            <AskedDatesForm asked={asked} reasons={reasons} onChange={setAsked} />
            {!isAtField && (
              <Asked answer={explained}>{(answer) => <Explained explained={answer} policy={policy.data} />}</Asked>
            )}
          </SpaceBetween>
        </Container>
        <Asked answer={policy}>{(inForce) => <InForce policy={inForce} />}</Asked>
      </SpaceBetween>
    </ContentLayout>
  );
};
