import { addMonths } from '#domain/calendar/civil-date.ts';
import type { AnchorDates, NonconformityGrade } from '#domain/finding/anchor-dates.ts';
import { capFor, flaggedDaysBefore } from '#domain/finding/cap.ts';
import { explainedDueDates, reviewDueOn } from '#domain/finding/clocks.ts';
import { countedFrom } from '#domain/finding/due-date.ts';
import { capWords, dayWords, dueWords } from '#domain/finding/due-words.ts';
import { stages } from '#domain/finding/stage.ts';
import type { Policy } from '#domain/policy/policy.ts';

/** The dates of an audit as somebody types them: what is left out falls back as it does on an audit. */
export interface GivenDates {
  readonly received: string;
  readonly issued?: string | undefined;
  readonly closing?: string | undefined;
  readonly lastDay?: string | undefined;
  readonly nextAudit?: string | undefined;
  readonly certificateExpires?: string | undefined;
  /** The audit was a stage 2. */
  readonly stage2: boolean;
}

/** A date of the audit with how it came about, where it was not given. */
interface Fallen {
  readonly on: string;
  readonly note: string;
}
const given = (on: string): Fallen => ({ on, note: '' });

const fallen = ({ received, issued, closing, lastDay }: GivenDates) => {
  const last: Fallen = lastDay
    ? given(lastDay)
    : closing
      ? { on: closing, note: 'not given: that of the closing meeting' }
      : { on: received, note: 'not given: that of the receipt, though an audit always has one' };
  return {
    lastDay: last,
    closeOfAudit: closing ? given(closing) : { on: last.on, note: 'no closing meeting given: the last day' },
    reportIssued: issued ? given(issued) : { on: received, note: 'not given: the day of receipt' },
  };
};

const anchorsOf = (dates: GivenDates): AnchorDates => {
  const { lastDay, closeOfAudit, reportIssued } = fallen(dates);
  return {
    reportReceived: dates.received,
    reportIssued: reportIssued.on,
    closeOfAudit: closeOfAudit.on,
    lastDay: lastDay.on,
    ...(dates.nextAudit !== undefined && { nextAudit: dates.nextAudit }),
    ...(dates.stage2 && { stage2LastDay: lastDay.on }),
    ...(dates.certificateExpires !== undefined && { certificateExpires: dates.certificateExpires }),
  };
};

const line = (name: string, text: string): string => `  ${name.padEnd(18)}${text}`;
const dated = (name: string, { on, note }: Fallen): string => line(name, `${dayWords(on)}${note && `  (${note})`}`);

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

const capLines = (grade: NonconformityGrade, anchors: AnchorDates): readonly string[] => {
  const cap = capFor(grade, anchors);
  if (!cap) return [line('hard cap', 'none: no certificate expires, and this is no major of a stage 2')];
  const flagged = `flagged ${flaggedDaysBefore} days before and once it has passed`;
  const other =
    cap.reason === 'certificate' && grade === 'major' && anchors.stage2LastDay !== undefined
      ? [line('', `six months from the last day of stage 2 would be ${dayWords(addMonths(anchors.stage2LastDay, 6))}`)]
      : [];
  return [line('hard cap', `${dayWords(cap.on)}  ${capWords(cap.reason)}; ${flagged}`), ...other];
};

/** Every date of a nonconformity under a policy, and why it is that one: lines of text. */
export const explainDates = (policy: Policy, grade: NonconformityGrade, dates: GivenDates): readonly string[] => {
  const anchors = anchorsOf(dates);
  const cap = capFor(grade, anchors);
  const { lastDay, closeOfAudit, reportIssued } = fallen(dates);
  const due = explainedDueDates(policy, grade, anchors);
  return [
    `A ${grade} under ${policy.name}`,
    '',
    'Counted from',
    dated('last audit day', lastDay),
    dated('close of audit', closeOfAudit),
    dated('report issued', reportIssued),
    dated('report received', given(dates.received)),
    line('next audit', dates.nextAudit === undefined ? 'not scheduled' : dayWords(dates.nextAudit)),
    ...calendarLines(policy),
    ...capLines(grade, anchors),
    '',
    'Due',
    ...stages.map((stage) => line(stage, `${dayWords(due[stage].on)}  ${dueWords(due[stage])}`)),
    '',
    'Review of the certification body, of what reaches it on the day it is due',
    ...stages.map((stage) => {
      const { on } = due[stage];
      const review = reviewDueOn(on, policy, cap?.on);
      const counted = countedFrom(on, policy.review, 'submission', policy);
      const cut = review === counted.on ? '' : `; cut from ${dayWords(counted.on)} to the hard cap`;
      return line(stage, `${dayWords(review)}  ${dueWords(counted)}${cut}`);
    }),
  ];
};
