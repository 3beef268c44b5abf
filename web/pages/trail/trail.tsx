import Alert from '@cloudscape-design/components/alert';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { FindingEventType } from '#domain/finding/events.ts';
import type { Break } from '#domain/trail/chain.ts';
import type { Answer } from '../../client/types.ts';
import { useAnswer } from '../../client/use-client.tsx';
import { Asked } from '../../parts/asked.tsx';
import { Listing } from '../../parts/listing.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useSpeech } from '../../words/words.tsx';
import { breakIn } from './check-chain.ts';

type Event = Answer<'listEvents'>['events'][number];

/** `undefined` while it is looked at; `null` where nothing is broken. */
const useBreak = (events: readonly Event[]): Break | null | undefined => {
  const [found, setFound] = useState<Break | null>();
  useEffect(() => {
    let isCurrent = true;
    breakIn(events).then((broken) => isCurrent && setFound(broken ?? null));
    return () => {
      isCurrent = false;
    };
  }, [events]);
  return found;
};

const Chain = ({ events }: { readonly events: readonly Event[] }) => {
  const { instant, words } = useSpeech();
  const { trail, application } = words;
  const broken = useBreak(events);
  return (
    <SpaceBetween size="l">
      {broken === undefined && <StatusIndicator type="loading">{trail.checking}</StatusIndicator>}
      {broken === null && <Alert type="success">{trail.whole(events.length)}</Alert>}
      {broken && <Alert type="error">{trail.broken(broken.at, trail.reasons[broken.reason])}</Alert>}
      <Listing
        items={events}
        trackBy="hash"
        columns={[
          { id: 'seq', header: trail.number, minWidth: 80, isRowHeader: true, cell: ({ seq }) => seq },
          {
            id: 'type',
            header: trail.event,
            minWidth: 130,
            cell: ({ type }) => words.events[type as FindingEventType],
          },
          { id: 'at', header: trail.when, minWidth: 130, cell: ({ at }) => instant(at) },
          {
            id: 'by',
            header: trail.who,
            minWidth: 200,
            cell: ({ actor }) =>
              actor.person === 'system' ? application.name : `${actor.person} (${words.roles[actor.role]})`,
          },
          { id: 'hash', header: trail.hash, minWidth: 240, cell: ({ hash }) => <span className="hash">{hash}</span> },
          {
            id: 'check',
            header: trail.check,
            minWidth: 100,
            cell: ({ seq }) =>
              broken === undefined ? (
                ''
              ) : broken === null || seq < broken.at ? (
                <StatusIndicator type="success">{trail.fits}</StatusIndicator>
              ) : (
                <StatusIndicator type="error">{trail.doesNotFit}</StatusIndicator>
              ),
          },
        ]}
      />
    </SpaceBetween>
  );
};

/** The chain of a finding's events, checked by this browser and by nobody else. */
export const TrailPage = () => {
  const { finding = '' } = useParams();
  const { words } = useSpeech();
  useTitle(words.trail.title);
  const answer = useAnswer('listEvents', { path: { finding } });
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={words.trail.lead}
          actions={<PageLink href={`/findings/${finding}`}>{words.trail.back}</PageLink>}
        >
          {words.trail.title}
        </Header>
      }
    >
      <Asked answer={answer}>{({ events }) => <Chain events={events} />}</Asked>
    </ContentLayout>
  );
};
