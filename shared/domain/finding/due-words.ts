import { weekdayOf } from '../calendar/working-days.ts';
import type { CapReason } from './cap.ts';
import type { DueDate, DueStep, Origin } from './due-date.ts';

const origins: Record<Origin, string> = {
  'report-received': 'the day the report was received',
  'report-issued': 'the day the report was issued',
  'close-of-audit': 'the close of the audit',
  'last-audit-day': 'the last day of the audit',
  regrade: 'the regrade',
  reopening: 'the reopening',
  submission: 'the day the submission reached the certification body',
};

const caps: Record<CapReason, string> = {
  'six-months': 'six months from the last day of stage 2',
  certificate: 'the day the certificate expires',
};

/** `Mon 2026-03-09`. */
export const dayWords = (date: string): string => {
  const weekday = weekdayOf(date);
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1, 3)} ${date}`;
};

export const capWords = (reason: CapReason): string => caps[reason];

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const stepWords = (step: DueStep): string => {
  switch (step.step) {
    case 'counted':
      return `${plural(step.days, step.count === 'working' ? 'working day' : 'day')} from ${origins[step.from]}, ${dayWords(step.since)}`;
    case 'passed-over':
      return `passing over ${step.dates.map(dayWords).join(', ')}`;
    case 'next-audit':
      return 'the first day of the next audit';
    case 'none-scheduled':
      return `no next audit is scheduled: ${plural(step.months, 'month')} from ${origins[step.from]}, ${dayWords(step.since)}`;
    case 'moved-on':
      return `${dayWords(step.from)} is no working day: moved on to the next one`;
    case 'holidays-unknown':
      return step.known
        ? `public holidays are known from ${step.known.from} to ${step.known.until} only`
        : 'public holidays were not looked up';
    case 'capped':
      return `cut from ${dayWords(step.from)} to the hard cap, ${caps[step.reason]}`;
  }
};

/** How a due date came about, in words, step by step. */
export const dueWords = ({ steps }: DueDate): string => steps.map(stepWords).join('; ');
