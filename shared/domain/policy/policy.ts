import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { maxFileBytes } from '../evidence/evidence.ts';
import { stages } from '../finding/stage.ts';

/** What a clock is counted from: a date of the audit. The day of the anchor is day 0. */
export const anchorNames = ['report-received', 'close-of-audit'] as const;

const days = z.int().min(1).max(1000);
const Anchor = z.enum(anchorNames);
const Counted = z.strictObject({ days, from: Anchor });
/** By the first day of the next scheduled audit; while none is scheduled, `fallbackMonths` after the anchor. */
const ByNextAudit = z.strictObject({
  by: z.literal('next-audit'),
  from: Anchor,
  fallbackMonths: z.int().min(1).max(36),
});
const Clock = z.union([Counted, ByNextAudit]);
export type ClockRule = z.infer<typeof Clock>;

const StageClocks = z.strictObject({ plan: Clock, correction: Clock, remediation: Clock });

/** Every number and anchor that an organization may set. The policy in force is copied onto a finding at issue. */
export const Policy = z.strictObject({
  name: z.string().min(1).max(60),
  due: z.strictObject({ major: StageClocks, minor: StageClocks }),
  /** Working days the certification body has for each review, from the day the submission reached it. */
  reviewWorkingDays: days,
  /** Days on which nobody works, besides Saturdays and Sundays. */
  closedOn: z.array(CivilDate).max(400),
  /** Stages that the internal auditor verifies before they go to the certification body. */
  verify: z.array(z.enum(stages)).max(stages.length),
  extensions: z.strictObject({ atMost: z.int().min(0).max(20), daysEach: days }),
  appeal: z.strictObject({ decisionDays: days, pausesClocks: z.boolean() }),
  evidence: z.strictObject({
    /** Bytes of one file, at most. Above 100 MB it goes up in parts. */
    largestBytes: z.int().min(1_000_000).max(maxFileBytes),
    /** Evidence can be neither altered nor deleted for so many years after it was registered. */
    retentionYears: z.int().min(1).max(30),
  }),
  notices: z.strictObject({
    /** Days before the due date, then (0) on the day itself. */
    before: z.array(z.int().min(0).max(365)).max(20),
    /** Days after the due date. */
    overdue: z.array(z.int().min(1).max(365)).max(20),
    /** After the last of `overdue`, one notice every so many days. */
    thenEvery: z.int().min(1).max(365),
    /** From so many days overdue, top management is told too. */
    escalateAfter: z.int().min(1).max(365),
  }),
});
export type Policy = z.infer<typeof Policy>;
