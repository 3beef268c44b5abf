import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { isBound } from '#domain/finding/due-date.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { Listing } from '../../parts/listing.tsx';
import { useSpeech } from '../../words/words.tsx';
import { type DateName, dateNames } from './audit-fields.ts';
import { anchorsFrom, type CountedClock, clocksOf, sixMonthsOf } from './clocks.ts';
import type { Audit } from './holds.ts';

/** A clock in a sentence. */
const useClockWords = () => {
  const { date, words } = useSpeech();
  const { clocks } = words.audits;
  return ({ stage, grades, rule, since, due }: CountedClock): string => {
    const what = clocks.of(words.stages[stage], grades.map((grade) => words.grades[grade]).join(', '));
    if (!isBound(rule)) return clocks.counted(what, rule.days, rule.count === 'working', date(due));
    return since === 'nextAudit' ? clocks.byThen(what) : clocks.noneScheduled(what, rule.fallbackMonths, date(due));
  };
};

/** The dates of an audit with the clocks that count from each. @param policy of its findings, where it has any */
export const Dates = ({ audit, policy }: { readonly audit: Audit; readonly policy: Policy | undefined }) => {
  const { date, words } = useSpeech();
  const { audits: said } = words;
  const inWords = useClockWords();
  const { dates } = audit.facts;
  const anchors = anchorsFrom(audit);
  const clocks = policy && anchors ? clocksOf(policy, dates, anchors) : [];
  const cap = anchors && sixMonthsOf(anchors);
  const linesOf = (name: DateName): readonly string[] => [
    ...clocks.filter(({ since }) => since === name).map(inWords),
    ...(name === 'lastDay' && cap !== undefined ? [said.clocks.sixMonths(date(cap))] : []),
  ];
  return (
    <SpaceBetween size="s">
      <Listing
        items={[...dateNames]}
        trackBy={(name) => name}
        header={
          <Header variant="h2" description={policy && said.clocks.byPolicy(policy.name)}>
            {said.datesTitle}
          </Header>
        }
        columns={[
          { id: 'date', header: said.date, minWidth: 160, isRowHeader: true, cell: (name) => said.dates[name] },
          {
            id: 'day',
            header: said.day,
            minWidth: 130,
            cell: (name) => {
              const day = dates[name];
              return day === undefined ? <Box color="text-body-secondary">{said.notRecorded}</Box> : date(day);
            },
          },
          {
            id: 'clocks',
            header: said.clocks.title,
            cell: (name) => {
              const lines = linesOf(name);
              return lines.length === 0 ? (
                <Box color="text-body-secondary">{said.dateHints[name]}</Box>
              ) : (
                lines.map((line) => <div key={line}>{line}</div>)
              );
            },
          },
        ]}
      />
      {!anchors && <Alert type="warning">{said.notReceived}</Alert>}
    </SpaceBetween>
  );
};
