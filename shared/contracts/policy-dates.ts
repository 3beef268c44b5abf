import * as z from 'zod';
import { AuditDate } from '#domain/audit/state.ts';
import { CivilDate } from '#domain/calendar/civil-date.ts';
import { capReasons } from '#domain/finding/cap.ts';
import { standIns } from '#domain/finding/explained-dates.ts';
import { stages } from '#domain/finding/stage.ts';
import { anchorNames, countings, Policy } from '#domain/policy/policy.ts';

/** The policy in force, with the public holidays of its region among its closed days. */
export const PolicyView = Policy;

const date = AuditDate.optional();

/** Which nonconformity is asked about. Dates that are left out fall back as they do on an audit. */
export const ExplainQuery = z.strictObject({
  grade: z.enum(['major', 'minor'], { error: 'Give major or minor. An opportunity for improvement has no deadlines.' }),
  received: z.string({ error: 'Give the day the report was received.' }).pipe(AuditDate),
  issued: date,
  closing: date,
  lastDay: date,
  nextAudit: date,
  certificateExpires: date,
  /** The audit was a stage 2. */
  stage2: z.stringbool({ truthy: ['true'], falsy: ['false'], error: 'Give true or false.' }).default(false),
});

const origin = z.enum([...anchorNames, 'regrade', 'reopening', 'submission']);
const Step = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('counted'),
    days: z.int(),
    count: z.enum(countings),
    from: origin,
    since: CivilDate,
  }),
  z.object({ step: z.literal('passed-over'), dates: z.array(CivilDate) }),
  z.object({ step: z.literal('next-audit'), on: CivilDate }),
  z.object({ step: z.literal('none-scheduled'), months: z.int(), from: origin, since: CivilDate }),
  z.object({ step: z.literal('moved-on'), from: CivilDate }),
  z.object({ step: z.literal('holidays-unknown'), known: Policy.shape.holidays }),
  z.object({ step: z.literal('capped'), from: CivilDate, reason: z.enum(capReasons) }),
]);
const Due = z.object({ on: CivilDate, steps: z.array(Step) });
const ofStages = <S extends z.ZodType>(shape: S) => z.record(z.enum(stages), shape);
const Anchor = z.object({ on: CivilDate, standIn: z.enum(standIns).optional() });

/** Every date of a nonconformity under the policy in force, with the steps by which each came about. */
export const ExplainedDatesView = z.object({
  policy: z.string(),
  grade: z.enum(['major', 'minor']),
  anchors: z.object({ lastDay: Anchor, closeOfAudit: Anchor, reportIssued: Anchor, reportReceived: Anchor }),
  nextAudit: CivilDate.optional(),
  cap: z
    .object({
      on: CivilDate,
      reason: z.enum(capReasons),
      flaggedFrom: CivilDate,
      sixMonths: CivilDate.optional(),
    })
    .optional(),
  due: ofStages(Due),
  /** When the certification body has reviewed what reaches it on the day it is due. */
  review: ofStages(Due),
  /** The days on which reminders go out: before the due date, on it and, as far as they are listed one by one, after. */
  reminders: ofStages(z.array(CivilDate)),
  /** The closed days that matter: other than weekends, between the first and the last of these dates. */
  closedOn: z.array(CivilDate),
});
