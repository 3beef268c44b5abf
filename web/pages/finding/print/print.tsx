import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Asked } from '../../../parts/asked.tsx';
import { PageLink } from '../../../parts/page-link.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useSpeech } from '../../../words/words.tsx';
import { Ended } from '../head/ended.tsx';
import { Facts } from '../head/facts.tsx';
import { UnderWay } from '../head/under-way.tsx';
import type { Entry } from '../record/entries.ts';
import { EntryView } from '../record/entry-view.tsx';
import { SubmissionView } from '../record/submission-view.tsx';
import { Files } from './files.tsx';
import { Rounds } from './rounds.tsx';
import { type Paper, usePaper } from './use-paper.ts';

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

const Entries = ({ entries }: { readonly entries: readonly Entry[] }) => (
  <ol className="entries">
    {entries.map((entry) => (
      <li key={entry.key}>
        <EntryView entry={entry} />
      </li>
    ))}
  </ol>
);

const OnPaper = ({ paper }: { readonly paper: Paper }) => {
  const { instant, words } = useSpeech();
  const { print, finding: said } = words;
  const { view, asOf, auditTitle, submissions, evidence, events, decisions, entries } = paper;
  const { finding } = view;
  const { id, number } = finding.facts;
  const standing =
    'stage' in finding
      ? `${words.stages[finding.stage]}: ${words.statuses[finding.status]}`
      : words.statuses[finding.status];
  useTitle(number);
  return (
    <article className="paper">
      <div className="on-screen">
        <SpaceBetween size="m" direction="horizontal" alignItems="center">
          <Button variant="primary" onClick={() => window.print()}>
            {print.press}
          </Button>
          <PageLink href={`/findings/${id}`}>{print.back}</PageLink>
        </SpaceBetween>
      </div>
      <header>
        <h1>
          {number}: {words.grades[finding.grade]}
        </h1>
        <p>
          <strong>{standing}</strong>. {auditTitle}. {print.asOf(instant(asOf))}
        </p>
      </header>
      <UnderWay view={view} />
      <Ended finding={finding} />
      <Section title={said.report}>
        <Facts finding={finding} audit={auditTitle} columns={2} />
      </Section>
      {'due' in finding && (
        <Section title={print.stages}>
          <Rounds finding={finding} />
        </Section>
      )}
      {'due' in finding &&
        submissions.map(({ cycle, stage, round, submission, content }) => (
          <Section
            key={submission.hash}
            title={`${said.handedIn}: ${words.timeline.place(words.stages[stage], round, cycle)}`}
          >
            <SubmissionView submission={content} finding={id} deadline={finding.due.remediation} />
            <p className="hash">SHA-256 {submission.hash}</p>
          </Section>
        ))}
      <Section title={said.files}>
        <Files files={evidence} />
      </Section>
      <Section title={print.decisions}>
        {decisions.length === 0 ? <p>{print.noDecisions}</p> : <Entries entries={decisions} />}
      </Section>
      <Section title={said.timeline}>
        <Entries entries={entries} />
        <p className="hash">{print.end(events.length, events.at(-1)?.hash ?? '')}</p>
      </Section>
    </article>
  );
};

/** A finding as a paper: all of it, in the order in which one reads it. What is on the screen is what is printed. */
export const PrintPage = () => {
  const { finding = '' } = useParams();
  const paper = usePaper(finding);
  return <Asked answer={paper}>{(data) => <OnPaper paper={data} />}</Asked>;
};
