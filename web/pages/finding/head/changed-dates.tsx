import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Table from '@cloudscape-design/components/table';
import { useSentence, useSpeech } from '../../../words/words.tsx';
import { changesOf } from '../record/event-facts.ts';
import { useEvents } from '../record/events.ts';
import { useWho } from '../record/use-who.ts';

/** Every change of a due date: from when to when, why, and by whom; latest first. Nothing where none was changed. */
export const ChangedDates = ({ finding }: { readonly finding: string }) => {
  const speech = useSpeech();
  const { date, instant, words } = speech;
  const sentence = useSentence();
  const who = useWho();
  const changes = useEvents(finding)
    .flatMap((event) => changesOf(event, speech).map((change) => ({ ...change, event })))
    .toReversed();
  if (changes.length === 0) return null;
  const { dates } = words;
  return (
    <ExpandableSection headerText={`${dates.title} (${changes.length})`}>
      <Table
        variant="embedded"
        wrapLines
        items={changes}
        trackBy={({ event, what }) => `${event.seq} ${what}`}
        ariaLabels={{ tableLabel: dates.title }}
        columnDefinitions={[
          { id: 'what', header: dates.stage, minWidth: 130, cell: ({ what }) => what, isRowHeader: true },
          {
            id: 'change',
            header: dates.change,
            minWidth: 150,
            cell: ({ from, to }) => dates.fromTo(date(from), date(to)),
          },
          { id: 'why', header: dates.why, minWidth: 180, cell: ({ why }) => sentence(why) },
          {
            id: 'when',
            header: dates.when,
            minWidth: 180,
            cell: ({ event }) => (
              <>
                <div>{instant(event.at)}</div>
                <Box variant="small">
                  {words.events[event.type]}, {who(event.actor)}
                </Box>
              </>
            ),
          },
        ]}
      />
    </ExpandableSection>
  );
};
