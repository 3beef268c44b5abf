import Alert from '@cloudscape-design/components/alert';
import type { FindingEventType } from '#domain/finding/events.ts';
import { closedOn, type Finding } from '#domain/finding/state.ts';
import { useSpeech } from '../../../words/words.tsx';
import { factsOf } from '../record/event-facts.ts';
import { useEvents } from '../record/events.ts';
import { useWho } from '../record/use-who.ts';

const endings: readonly FindingEventType[] = ['accepted', 'closed', 'withdrawn', 'appeal-decided'];

/** When a finding was closed or withdrawn, and by whose decision; nothing while it is open. */
export const Ended = ({ finding }: { readonly finding: Finding }) => {
  const speech = useSpeech();
  const { date, words } = speech;
  const who = useWho();
  const events = useEvents(finding.facts.id);
  const on = closedOn(finding);
  const place = events.findLastIndex(({ type }) => endings.includes(type));
  const event = events[place];
  if (on === undefined || event === undefined) return null;
  const isClosed = finding.status === 'closed';
  const says = isClosed ? words.underWay.closed : words.underWay.withdrawn;
  const { lines, quotes } = factsOf(event, events[place - 1], speech);
  return (
    <Alert type={isClosed ? 'success' : 'info'} header={says(date(on), who(event.actor))}>
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
