import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { weekdays } from '../calendar/working-days.ts';
import { maxFileBytes } from '../evidence/evidence.ts';
import { stages } from '../finding/stage.ts';

/**
 * What a clock is counted from: a date of the audit. The day of the anchor is day 0. `close-of-audit` is the closing
 * meeting, or the last day where none was held; `report-issued` is the day of receipt where no other was recorded.
 */
export const anchorNames = ['report-received', 'report-issued', 'close-of-audit', 'last-audit-day'] as const;
export type AnchorName = (typeof anchorNames)[number];

/** Working days leave out the weekend and `closedOn`. */
export const countings = ['calendar', 'working'] as const;
export type Counting = (typeof countings)[number];

const days = z.int().min(1).max(1000);
const Anchor = z.enum(anchorNames);
/** Left out: calendar days. */
const count = z.enum(countings).optional();
const Counted = z.strictObject({ days, from: Anchor, count });
/** By the first day of the next scheduled audit; while none is scheduled, `fallbackMonths` after the anchor. */
const ByNextAudit = z.strictObject({
  by: z.literal('next-audit'),
  from: Anchor,
  fallbackMonths: z.int().min(1).max(36),
});
const Clock = z.union([Counted, ByNextAudit], {
  error: `Give {"days", "from"}, with "count" where working days count, or {"by": "next-audit", "from", "fallbackMonths"}; "from" is one of ${anchorNames.join(', ')}.`,
});
export type ClockRule = z.infer<typeof Clock>;

const StageClocks = z.strictObject({ plan: Clock, correction: Clock, remediation: Clock });

/** Whom an overdue finding is told to besides whoever must act. */
export const escalationRoles = ['isms-manager', 'lead-auditor', 'top-management'] as const;

/** Every number and anchor that an organization may set. The policy in force is copied onto a finding at issue. */
export const Policy = z.strictObject({
  name: z.string().min(1).max(60),
  due: z.strictObject({ major: StageClocks, minor: StageClocks }),
  /** Days the certification body has for each review, from the day the submission reached it. */
  review: z.strictObject({ days, count }),
  /**
   * Whose public holidays are closed days, such as `CH-ZH`. The days themselves stand in `closedOn`, for the
   * time of `holidays`: the domain knows no country.
   */
  region: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Za-z0-9]{1,10}){0,2}$/, { error: 'Give a country, or a part of one, such as CH or CH-ZH.' })
    .optional(),
  weekend: z.array(z.enum(weekdays)).max(6, { error: 'A week has at least one working day.' }),
  /** Dates on which nobody works: the organization's own and, once resolved, the region's public holidays. */
  closedOn: z.array(CivilDate).max(600),
  /** The time for which `closedOn` holds the region's public holidays, both dates included. Left out: it holds none. */
  holidays: z.strictObject({ from: CivilDate, until: CivilDate }).optional(),
  /** Whether a due date that was counted and is no working day moves on to the next one. */
  moveToWorkingDay: z.boolean(),
  /** Stages that the internal auditor verifies before they go to the certification body. */
  verify: z.array(z.enum(stages)).max(stages.length),
  extensions: z.strictObject({
    /** In each cycle. */
    atMost: z.int().min(0).max(20),
    /** Calendar days. */
    daysEach: days,
    /** Whether the stages after the extended one move by the same days. */
    movesLaterStages: z.boolean(),
  }),
  appeal: z.strictObject({ decisionDays: days, pausesClocks: z.boolean() }),
  /** So many minors on one requirement in one audit propose a major. */
  minorsToMajor: z.int().min(2).max(100),
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
    /** From so many days overdue, these are told too. */
    escalation: z.array(z.strictObject({ after: z.int().min(1).max(365), to: z.enum(escalationRoles) })).max(10),
  }),
});
export type Policy = z.infer<typeof Policy>;
