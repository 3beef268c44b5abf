import type { NonconformityGrade } from '#domain/finding/anchor-dates.ts';
import { flaggedDaysBefore } from '#domain/finding/cap.ts';
import { capWords, dayWords, dueWords } from '#domain/finding/due-words.ts';
import {
  type ExplainedAnchor,
  type ExplainedDates,
  explainedDates,
  type GivenDates,
  type StandIn,
} from '#domain/finding/explained-dates.ts';
import { stages } from '#domain/finding/stage.ts';
import type { Policy } from '#domain/policy/policy.ts';

const line = (name: string, text: string): string => `  ${name.padEnd(18)}${text}`;

const dated = (name: string, { on, standIn }: ExplainedAnchor, notes: Readonly<Record<StandIn, string>>): string =>
  line(name, `${dayWords(on)}${standIn ? `  (${notes[standIn]})` : ''}`);

const notGiven: Readonly<Record<StandIn, string>> = {
  'closing-meeting': 'not given: that of the closing meeting',
  'last-day': 'no closing meeting given: the last day',
  receipt: 'not given: the day of receipt',
};
const noLastDay = { ...notGiven, receipt: 'not given: that of the receipt, though an audit always has one' };

const calendarLines = (policy: Policy): readonly string[] => {
  const { region, holidays, weekend, closedOn, moveToWorkingDay } = policy;
  const known =
    region === undefined || !holidays
      ? 'no public holidays'
      : `public holidays of ${region} from ${holidays.from} to ${holidays.until}`;
  return [
    line(
      'calendar',
      `closed on ${weekend.join(', ') || 'no day of the week'}; ${known}; ${closedOn.length} closed days in all`,
    ),
    line(
      '',
      moveToWorkingDay
        ? 'a counted date that is no working day moves on to the next one'
        : 'a date stays where it falls',
    ),
  ];
};

const capLines = ({ cap }: ExplainedDates): readonly string[] => {
  if (!cap) return [line('hard cap', 'none: no certificate expires, and this is no major of a stage 2')];
  const flagged = `flagged ${flaggedDaysBefore} days before and once it has passed`;
  const other =
    cap.sixMonths === undefined
      ? []
      : [line('', `six months from the last day of stage 2 would be ${dayWords(cap.sixMonths)}`)];
  return [line('hard cap', `${dayWords(cap.on)}  ${capWords(cap.reason)}; ${flagged}`), ...other];
};

/** Every date of a nonconformity under a policy, and why it is that one: lines of text. */
export const explainDates = (policy: Policy, grade: NonconformityGrade, dates: GivenDates): readonly string[] => {
  const explained = explainedDates(policy, grade, dates);
  const { anchors, nextAudit, due, review } = explained;
  return [
    `A ${grade} under ${policy.name}`,
    '',
    'Counted from',
    dated('last audit day', anchors.lastDay, noLastDay),
    dated('close of audit', anchors.closeOfAudit, notGiven),
    dated('report issued', anchors.reportIssued, notGiven),
    dated('report received', anchors.reportReceived, notGiven),
    line('next audit', nextAudit === undefined ? 'not scheduled' : dayWords(nextAudit)),
    ...calendarLines(policy),
    ...capLines(explained),
    '',
    'Due',
    ...stages.map((stage) => line(stage, `${dayWords(due[stage].on)}  ${dueWords(due[stage])}`)),
    '',
    'Review of the certification body, of what reaches it on the day it is due',
    ...stages.map((stage) => line(stage, `${dayWords(review[stage].on)}  ${dueWords(review[stage])}`)),
  ];
};
