import Alert from '@cloudscape-design/components/alert';
import type { FindingEventType } from '#domain/finding/events.ts';
import { useSpeech } from '../../../words/words.tsx';
import { factsOf } from '../record/event-facts.ts';
import { useEvents } from '../record/events.ts';
import { useWho } from '../record/use-who.ts';

/** What ends a round or begins one. */
const turns: readonly FindingEventType[] = ['submitted', 'returned', 'not-confirmed', 'accepted', 'reopened'];

/** Why what was handed in last came back; nothing where it did not, or something was handed in since. */
export const CameBack = ({ finding }: { readonly finding: string }) => {
  const speech = useSpeech();
  const { instant, words } = speech;
  const who = useWho();
  const events = useEvents(finding);
  const place = events.findLastIndex(({ type }) => turns.includes(type));
  const event = events[place];
  if (event?.type !== 'returned' && event?.type !== 'not-confirmed') return null;
  const { lines, quotes } = factsOf(event, events[place - 1], speech);
  return (
    <Alert type="warning" header={`${words.stage.lastRound}: ${who(event.actor)}, ${instant(event.at)}`}>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {quotes.map((quote) => (
        <blockquote key={quote} className="as-typed">
          {quote}
        </blockquote>
      ))}
    </Alert>
  );
};
