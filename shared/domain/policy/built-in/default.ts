import { Policy } from '../policy.ts';

/** The figures of the post-audit guides that certification bodies publish for their clients. */
export const defaultPolicy = Policy.parse({
  name: 'default',
  due: {
    major: {
      plan: { days: 14, from: 'report-received' },
      correction: { days: 30, from: 'report-received' },
      remediation: { days: 60, from: 'close-of-audit' },
    },
    minor: {
      plan: { days: 14, from: 'report-received' },
      correction: { days: 30, from: 'report-received' },
      remediation: { by: 'next-audit', from: 'close-of-audit', fallbackMonths: 12 },
    },
  },
  review: { days: 10, count: 'working' },
  weekend: ['saturday', 'sunday'],
  closedOn: [],
  moveToWorkingDay: false,
  verify: ['remediation'],
  extensions: { atMost: 2, daysEach: 30, movesLaterStages: false },
  appeal: { decisionDays: 15, pausesClocks: true },
  minorsToMajor: 3,
  // Two certification cycles of three years.
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
