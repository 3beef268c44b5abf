import { Policy } from '../policy.ts';

/**
 * For bodies that give one date for everything: a major is planned, corrected and remedied within 90 days of the last
 * day of the audit; of a minor the plan is due then, and the rest is verified at the next visit.
 */
export const ninetyDayPolicy = Policy.parse({
  name: 'ninety-day',
  due: {
    major: {
      plan: { days: 90, from: 'last-audit-day' },
      correction: { days: 90, from: 'last-audit-day' },
      remediation: { days: 90, from: 'last-audit-day' },
    },
    minor: {
      plan: { days: 90, from: 'last-audit-day' },
      correction: { by: 'next-audit', from: 'last-audit-day', fallbackMonths: 12 },
      remediation: { by: 'next-audit', from: 'last-audit-day', fallbackMonths: 12 },
    },
  },
  review: { days: 10, count: 'working' },
  weekend: ['saturday', 'sunday'],
  closedOn: [],
  moveToWorkingDay: false,
  verify: ['remediation'],
  extensions: { atMost: 1, daysEach: 30, movesLaterStages: true },
  appeal: { decisionDays: 15, pausesClocks: true },
  minorsToMajor: 3,
  evidence: { largestBytes: 100_000_000, retentionYears: 6 },
  notices: {
    before: [30, 14, 7, 3, 1, 0],
    overdue: [1, 3, 7],
    thenEvery: 7,
    escalation: [
      { after: 1, to: 'isms-manager' },
      { after: 7, to: 'top-management' },
    ],
  },
});
