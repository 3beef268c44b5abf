import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Steps, { type StepsProps } from '@cloudscape-design/components/steps';
import type { WebSample } from '#contracts/web-settings.ts';
import type { Answer } from '../../client/types.ts';
import { useAnswer } from '../../client/use-client.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useWords } from '../../words/words.tsx';
import { placeInTour, type TourStepName, tourSteps } from './tour-steps.ts';

type Finding = Answer<'listFindings'>['findings'][number];

/** Plays a finding of the sample audit from plan to closed, with who does each step. */
export const Tour = ({
  sample: { cast, mailbox },
  finding,
}: {
  readonly sample: WebSample;
  readonly finding: Finding;
}) => {
  const { start: said } = useWords();
  const me = useAnswer('me', {}).data;
  const audit = useAnswer('getAudit', { path: { audit: finding.audit } }).data;
  const place = placeInTour(finding);
  const stepOf = (name: TourStepName, nth: number): StepsProps.Step => {
    const { name: who, email } = cast[tourSteps[name]];
    const isDone = nth < place;
    return {
      status: isDone ? 'success' : nth === place ? 'in-progress' : 'pending',
      statusIconAriaLabel: isDone ? said.done : said.notDone,
      header: email === me?.email ? said.you : said.signInAs(who),
      details: (
        <PageLink href={`/findings/${finding.id}`} variant="secondary">
          {said.tourSteps[name](finding.number)}
        </PageLink>
      ),
    };
  };
  const names = Object.keys(tourSteps) as TourStepName[];
  return (
    <Container
      header={
        <Header variant="h2" description={said.tourLead(audit?.facts.title ?? finding.audit)}>
          {said.tour}
        </Header>
      }
      footer={
        <>
          <PageLink href={`/audits/${finding.audit}/links`}>{said.tourSteps.link}</PageLink>{' '}
          <Link href={mailbox} external>
            {said.mailbox}
          </Link>
        </>
      }
    >
      <Steps ariaLabel={said.tour} steps={names.map(stepOf)} />
    </Container>
  );
};
