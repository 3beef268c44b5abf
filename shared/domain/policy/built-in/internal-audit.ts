import { Policy } from '../policy.ts';

/**
 * For internal audits. The clocks count from the day the report was issued: it need not travel. The audit's own lead
 * auditor reviews, so nobody verifies before, and has calendar days: no certification body's office hours stand between.
 */
export const internalAuditPolicy = Policy.parse({
  name: 'internal-audit',
  due: {
    major: {
      plan: { days: 14, from: 'report-issued' },
      correction: { days: 30, from: 'report-issued' },
      remediation: { days: 90, from: 'report-issued' },
    },
    minor: {
      plan: { days: 30, from: 'report-issued' },
      correction: { days: 60, from: 'report-issued' },
      remediation: { days: 180, from: 'report-issued' },
    },
  },
  review: { days: 14 },
  weekend: ['saturday', 'sunday'],
  closedOn: [],
  moveToWorkingDay: true,
  verify: [],
  extensions: { atMost: 3, daysEach: 60, movesLaterStages: true },
  appeal: { decisionDays: 10, pausesClocks: true },
  minorsToMajor: 3,
  evidence: { largestBytes: 100_000_000, retentionYears: 6 },
  notices: {
    before: [14, 7, 1, 0],
    overdue: [1, 7],
    thenEvery: 14,
    escalation: [
      { after: 1, to: 'isms-manager' },
      { after: 14, to: 'top-management' },
    ],
  },
});
