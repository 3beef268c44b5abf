import { Policy } from '../policy.ts';

/**
 * For bodies that count working days: plan within 10 of a major and 21 of a minor. The other stages are the default's
 * calendar days in working days, five for seven, but that no correction is due before its plan. Set `region` with it: a
 * count of working days without public holidays is a stricter one.
 */
export const workingDaysPolicy = Policy.parse({
  name: 'working-days',
  due: {
    major: {
      plan: { days: 10, from: 'report-received', count: 'working' },
      correction: { days: 22, from: 'report-received', count: 'working' },
      remediation: { days: 44, from: 'close-of-audit', count: 'working' },
    },
    minor: {
      plan: { days: 21, from: 'report-received', count: 'working' },
      correction: { days: 30, from: 'report-received', count: 'working' },
      remediation: { by: 'next-audit', from: 'close-of-audit', fallbackMonths: 12 },
    },
  },
  review: { days: 10, count: 'working' },
  weekend: ['saturday', 'sunday'],
  closedOn: [],
  moveToWorkingDay: true,
  verify: ['remediation'],
  extensions: { atMost: 2, daysEach: 30, movesLaterStages: false },
  appeal: { decisionDays: 15, pausesClocks: true },
  minorsToMajor: 3,
  evidence: { largestBytes: 100_000_000, retentionYears: 6 },
  notices: {
    before: [7, 3, 1, 0],
    overdue: [1, 3, 7],
    thenEvery: 7,
    escalation: [
      { after: 1, to: 'isms-manager' },
      { after: 7, to: 'top-management' },
    ],
  },
});
