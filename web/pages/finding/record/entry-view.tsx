import type { ReactNode } from 'react';
import { useSentence, useSpeech } from '../../../words/words.tsx';
import type { Comment, Entry, Notice } from './entries.ts';
import { type DateChange, factsOf } from './event-facts.ts';
import { useWho } from './use-who.ts';

const Line = ({
  at,
  who,
  title,
  children,
}: {
  readonly at: string;
  readonly who: string;
  readonly title: string;
  readonly children?: ReactNode;
}) => (
  <>
    <div className="entry-head">
      <strong>{title}</strong>{' '}
      <span className="entry-when">
        {useSpeech().instant(at)}, {who}
      </span>
    </div>
    {children}
  </>
);

const Changed = ({ what, from, to, why }: DateChange) => {
  const { date, words } = useSpeech();
  const sentence = useSentence();
  return (
    <>
      {words.timeline.changed(what, date(from), date(to))}
      <div className="entry-why">{sentence(why)}</div>
    </>
  );
};

const EventEntry = ({ event, before }: Extract<Entry, { kind: 'event' }>) => {
  const speech = useSpeech();
  const sentence = useSentence();
  const who = useWho();
  const { lines, quotes, reasons, changes } = factsOf(event, before, speech);
  return (
    <Line at={event.at} who={who(event.actor)} title={speech.words.events[event.type]}>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {changes.map((change) => (
        <div key={change.what}>
          <Changed {...change} />
        </div>
      ))}
      {quotes.map((quote) => (
        <blockquote key={quote} className="as-typed">
          {quote}
        </blockquote>
      ))}
      {reasons.length > 0 && (
        <ul>
          {reasons.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{sentence(message)}</li>
          ))}
        </ul>
      )}
    </Line>
  );
};

const NoticeEntry = ({ notice: { at, to, subject, status, returned } }: { readonly notice: Notice }) => {
  const { instant, words } = useSpeech();
  const { mail, mailStates, returned: cameBack } = words.timeline;
  return (
    <Line at={at} who={mailStates[status]} title={mail(to)}>
      <div>{subject}</div>
      {returned && (
        <>
          <strong className="entry-back">{cameBack[returned.kind](instant(returned.at))}</strong>
          <blockquote className="as-typed">{returned.reason}</blockquote>
        </>
      )}
    </Line>
  );
};

/** A comment, as it was typed, with who and when. */
const CommentEntry = ({ comment: { at, person, text } }: { readonly comment: Comment }) => (
  <Line at={at} who={person} title={useSpeech().words.timeline.comment}>
    <blockquote className="as-typed">{text}</blockquote>
  </Line>
);

/** One thing that happened, in words. */
export const EntryView = ({ entry }: { readonly entry: Entry }) => {
  switch (entry.kind) {
    case 'event':
      return <EventEntry {...entry} />;
    case 'notice':
      return <NoticeEntry notice={entry.notice} />;
    case 'comment':
      return <CommentEntry comment={entry.comment} />;
  }
};
