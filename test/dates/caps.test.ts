import { describe, expect, test } from 'vitest';
import { dueDates } from '#domain/finding/clocks.ts';
import type { Stage } from '#domain/finding/stage.ts';
import type { BuiltInName } from '#domain/policy/built-in/index.ts';
import { anchorsWith, type datesOf, policyOf } from './calendar.ts';

/** Kind of audit, policy, grade and stage, dates other than the usual, the due date, how it was counted. */
type Case = readonly [
  'stage-2' | 'surveillance',
  BuiltInName,
  `${'major' | 'minor'} ${Stage}`,
  Parameters<typeof datesOf>[0],
  string,
  string,
];

describe('nothing is due after a hard cap', () => {
  const lateReport = {
    firstDay: '2025-10-06',
    lastDay: '2025-10-10',
    closingMeeting: '2025-10-10',
    reportReceived: '2026-03-30',
  };
  const endOfAugust = { lastDay: '2026-08-31', closingMeeting: '2026-08-31', reportIssued: undefined };
  test.for<Case>([
    ['stage-2', 'default', 'major plan', lateReport, '2026-04-10', '30 March + 14 is 13 April; 10 Oct + 6 months'],
    ['stage-2', 'default', 'major remediation', lateReport, '2025-12-09', '10 Oct + 60: 21 to 31 Oct, 30, 9 left'],
    ['stage-2', 'default', 'minor plan', lateReport, '2026-04-13', 'the six months are not for minors'],
    ['surveillance', 'default', 'major plan', lateReport, '2026-04-13', 'nor for other audits'],
    [
      'stage-2',
      'default',
      'major correction',
      { ...endOfAugust, reportReceived: '2027-02-10' },
      '2027-02-28',
      '12 March; 31 August + 6 months is the last of February',
    ],
    [
      'stage-2',
      'default',
      'major correction',
      { lastDay: '2027-08-31', closingMeeting: '2027-08-31', reportIssued: undefined, reportReceived: '2028-02-10' },
      '2028-02-29',
      '11 March; 31 August 2027 + 6 months is 29 Feb',
    ],
    [
      'surveillance',
      'default',
      'minor remediation',
      { certificateExpires: '2026-12-31' },
      '2026-12-31',
      'before the next audit',
    ],
    ['surveillance', 'ninety-day', 'major plan', { certificateExpires: '2026-05-28' }, '2026-05-28', 'on its very day'],
    ['surveillance', 'ninety-day', 'major plan', { certificateExpires: '2026-05-27' }, '2026-05-27', 'a day before'],
    [
      'stage-2',
      'default',
      'major remediation',
      { certificateExpires: '2026-04-15' },
      '2026-04-15',
      'the certificate comes first',
    ],
    [
      'surveillance',
      'internal-audit',
      'major correction',
      { certificateExpires: '2026-04-05' },
      '2026-04-05',
      'a Sunday, and is not moved',
    ],
    [
      'surveillance',
      'working-days',
      'major plan',
      { certificateExpires: '2026-03-21' },
      '2026-03-21',
      'a Saturday, and stays',
    ],
  ])('%s, %s, %s %o: %s: %s', ([kind, name, what, dates, due]) => {
    const [grade, stage] = what.split(' ') as ['major' | 'minor', Stage];
    expect(dueDates(policyOf(name), grade, anchorsWith(dates, kind))[stage]).toBe(due);
  });
});
