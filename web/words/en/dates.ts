import type { CapReason } from '#domain/finding/cap.ts';
import type { Said } from '../said.ts';

export const dates = {
  title: 'Due dates that were changed',
  stage: 'Stage',
  change: 'Changed',
  why: 'Why',
  when: 'When, by whom',
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  review: 'Review',
  reviewBy: (date: string) => `To be reviewed by ${date}`,
  capNear: (date: string, days: number) =>
    days === 0
      ? `The hard cap of this finding is today, ${date}`
      : `The hard cap of this finding, ${date}, is ${days} ${days === 1 ? 'day' : 'days'} away`,
  capPassed: (date: string, days: number) =>
    `The hard cap of this finding, ${date}, passed ${days} ${days === 1 ? 'day' : 'days'} ago`,
  capReasons: {
    'six-months': 'Six months from the last day of stage 2: by then a major must be closed.',
    certificate: 'The day on which the certificate expires: by then it must be closed.',
  } satisfies Said<CapReason>,
};
