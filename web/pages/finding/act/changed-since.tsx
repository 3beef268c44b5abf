import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useSentence, useSpeech } from '../../../words/words.tsx';
import { factsOf } from '../record/event-facts.ts';
import { useEvents } from '../record/events.ts';
import { useWho } from '../record/use-who.ts';
import { type Change, changesSince } from './changes.ts';

/** What has happened to the finding since a version of it was seen; `undefined` while that is being read. */
export const useChangesSince = (finding: string, seen: number, present: number): readonly Change[] | undefined => {
  const events = useEvents(finding);
  if (seen >= present) return [];
  // The trail is read on its own: it may not have caught up with the finding yet.
  return events.some(({ seq }) => seq >= present) ? changesSince(events, seen) : undefined;
};

const Happened = ({ change: { event, before } }: { readonly change: Change }) => {
  const speech = useSpeech();
  const sentence = useSentence();
  const who = useWho();
  const { date, instant, words } = speech;
  const { lines, quotes, reasons, changes } = factsOf(event, before, speech);
  return (
    <div>
      <Box variant="small">
        {instant(event.at)}, {who(event.actor)}
      </Box>
      <div>
        <strong>{words.events[event.type]}</strong>
      </div>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {quotes.map((text) => (
        <blockquote key={text} className="as-typed">
          {text}
        </blockquote>
      ))}
      {reasons.map(({ field, message }) => (
        <div key={`${field} ${message}`}>{sentence(message)}</div>
      ))}
      {changes.map(({ what, from, to }) => (
        <div key={what}>{words.timeline.changed(what, date(from), date(to))}</div>
      ))}
    </div>
  );
};

/** Lines of a form that are shown at once: a whole plan would leave nothing else in sight. */
const mostOpen = 8;

/** Somebody was faster: what has happened since one began, side by side with what one typed. */
export const ChangedSince = ({
  changes,
  typed,
  header,
  children,
}: {
  readonly changes: readonly Change[];
  readonly typed: readonly { readonly label: string; readonly text: string }[];
  readonly header: string;
  /** What one may do about it. */
  readonly children: ReactNode;
}) => {
  const { act } = useSpeech().words;
  const lines = (
    <KeyValuePairs
      items={typed.map(({ label, text }) => ({ label, value: <span className="as-typed">{text}</span> }))}
    />
  );
  return (
    <Alert type="warning" header={<LiveRegion>{header}</LiveRegion>}>
      <SpaceBetween size="m">
        <ColumnLayout columns={typed.length > 0 ? 2 : 1}>
          {changes.length > 0 && (
            <div data-side="since">
              <Box variant="h4">{act.since}</Box>
              <SpaceBetween size="s">
                {changes.map((change) => (
                  <Happened key={change.event.seq} change={change} />
                ))}
              </SpaceBetween>
            </div>
          )}
          {typed.length > 0 && (
            <div data-side="yours">
              <Box variant="h4">{act.yours}</Box>
              {typed.length > mostOpen ? (
                <ExpandableSection headerText={act.show(typed.length)}>{lines}</ExpandableSection>
              ) : (
                lines
              )}
            </div>
          )}
        </ColumnLayout>
        <SpaceBetween size="xs" direction="horizontal">
          {children}
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  );
};
