import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { isBound } from '#domain/finding/due-date.ts';
import { stages } from '#domain/finding/stage.ts';
import type { ClockRule, Policy } from '#domain/policy/policy.ts';
import { useNarrow } from '../../parts/window-width.ts';
import { useWords } from '../../words/words.tsx';
import { useDays } from './use-days.ts';

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <SpaceBetween size="xxs">
    {lines.map((line) => (
      <div key={line}>{line}</div>
    ))}
  </SpaceBetween>
);

const useClockRule = (): ((rule: ClockRule) => string) => {
  const { policy: said } = useWords();
  return (rule) =>
    isBound(rule)
      ? said.byNextAudit(rule.fallbackMonths, said.from[rule.from])
      : said.countDays(rule.days, rule.count === 'working', said.from[rule.from]);
};

/** Bytes of a megabyte, as the policy counts them. */
const megabyte = 1_000_000;

/** All that the policy in force sets, in words. */
export const InForce = ({ policy }: { readonly policy: Policy }) => {
  const { policy: said, grades, stages: stageWords, roles } = useWords();
  const { day, list, weekday } = useDays();
  const inWords = useClockRule();
  const { due, review, region, holidays, weekend, closedOn, extensions, appeal, evidence, notices } = policy;
  const ofGrade = (grade: 'major' | 'minor') => ({
    label: `${said.clocks}: ${grades[grade]}`,
    value: <Lines lines={stages.map((stage) => `${stageWords[stage]}: ${inWords(due[grade][stage])}`)} />,
  });
  const calendar = [
    weekend.length === 0 ? said.noWeekend : said.weekend(list(weekend.map(weekday))),
    region !== undefined && holidays ? said.holidays(region, day(holidays.from), day(holidays.until)) : said.noHolidays,
    said.ownClosed(closedOn.length),
    said.countings,
    policy.moveToWorkingDay ? said.moves : said.stays,
  ];
  const extensionLines = [
    said.extensionRule(extensions.atMost, extensions.daysEach),
    ...(extensions.atMost === 0 ? [] : [extensions.movesLaterStages ? said.movesLater : said.movesNothing]),
  ];
  const sections = [
    ofGrade('major'),
    ofGrade('minor'),
    { label: said.calendar, value: <Lines lines={calendar} /> },
    { label: said.reviews, value: said.reviewDays(review.days, review.count === 'working') },
    {
      label: said.verify,
      value: policy.verify.length === 0 ? said.verifyNone : list(policy.verify.map((stage) => stageWords[stage])),
    },
    { label: said.extensions, value: <Lines lines={extensionLines} /> },
    {
      label: said.appeal,
      value: <Lines lines={[said.appealRule(appeal.decisionDays), appeal.pausesClocks ? said.pauses : said.runsOn]} />,
    },
    { label: said.proposal, value: said.proposalRule(policy.minorsToMajor) },
    {
      label: said.files,
      value: said.filesRule(Math.floor(evidence.largestBytes / megabyte), evidence.retentionYears),
    },
    {
      label: said.notices,
      value: (
        <Lines
          lines={[
            said.noticesBefore(list(notices.before.map(String))),
            said.noticesAfter(list(notices.overdue.map(String)), notices.thenEvery),
          ]}
        />
      ),
    },
    {
      label: said.escalation,
      value: <Lines lines={notices.escalation.map(({ after, to }) => said.escalates(after, roles[to]))} />,
    },
  ];
  return (
    <Container header={<Header variant="h2">{said.inForce(policy.name)}</Header>}>
      <KeyValuePairs columns={useNarrow() ? 1 : 3} items={sections} />
    </Container>
  );
};
