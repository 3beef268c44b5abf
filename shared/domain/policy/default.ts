import type { Policy } from './policy.ts';

/** The figures of the post-audit guides that certification bodies publish for their clients. */
export const defaultPolicy: Policy = {
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
  reviewWorkingDays: 10,
  closedOn: [],
  verify: ['remediation'],
  extensions: { atMost: 2, daysEach: 30 },
  appeal: { decisionDays: 15, pausesClocks: true },
  // Two certification cycles of three years.
  evidence: { largestBytes: 100_000_000, retentionYears: 6 },
  notices: { before: [7, 3, 1, 0], overdue: [1, 3, 7], thenEvery: 7, escalateAfter: 7 },
};
