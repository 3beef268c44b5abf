import * as z from 'zod';
import { CivilDate, Instant } from '../calendar/civil-date.ts';
import { roles } from '../people/person.ts';
import { Policy } from '../policy/policy.ts';
import { commandBodies, commandNames, reasonCodes, reviewMeans } from './commands.ts';
import { Transcribed } from './decision.ts';
import { stages } from './stage.ts';
import { Anchors, Due, Finding, FindingFacts, grades, ProposedBecause, SubmissionRef, Verification } from './state.ts';

const StageName = z.enum(stages);
const reason = z.string();
/** `DueChange` in `due-changes.ts`: the same on every event that moves a due date. */
const dueChanges = z.array(z.strictObject({ stage: StageName, from: CivilDate, to: CivilDate, why: z.string() }));
/** The review's due date was moved, where one is going on. */
const reviewChange = z.strictObject({ from: CivilDate, to: CivilDate, why: z.string() }).optional();
const Refusal = z.strictObject({ code: z.string(), message: z.string(), field: z.string().optional() });

/**
 * What happened, by type, each with just what `evolve` needs to go from the state before to the state after. Dates are
 * computed once, when the command is decided: folding the events again never asks a calendar.
 */
export const FindingChange = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('issued'),
    data: z.strictObject({
      facts: FindingFacts,
      grade: z.enum(grades),
      owner: z.string(),
      on: CivilDate,
      clock: z.strictObject({ policy: Policy, anchors: Anchors, due: Due }).optional(),
    }),
  }),
  z.object({ type: z.literal('assigned'), data: z.strictObject({ owner: z.string() }) }),
  z.object({
    type: z.literal('submitted'),
    data: z.strictObject({ stage: StageName, submission: SubmissionRef, actionOwners: z.array(z.string()) }),
  }),
  z.object({
    type: z.literal('found-complete'),
    data: z.strictObject({ stage: StageName, reviewDue: CivilDate.optional() }),
  }),
  z.object({
    type: z.literal('found-incomplete'),
    data: z.strictObject({ stage: StageName, on: CivilDate, reasons: z.array(Refusal).min(1) }),
  }),
  z.object({
    type: z.literal('confirmed'),
    data: z.strictObject({ stage: StageName, verification: Verification, reviewDue: CivilDate }),
  }),
  z.object({
    type: z.literal('not-confirmed'),
    data: z.strictObject({ stage: StageName, on: CivilDate, reason }),
  }),
  z.object({
    type: z.literal('accepted'),
    data: z.strictObject({
      stage: StageName,
      on: CivilDate,
      means: z.enum(reviewMeans),
      comment: z.string().optional(),
      transcription: Transcribed.optional(),
    }),
  }),
  z.object({
    type: z.literal('returned'),
    data: z.strictObject({
      stage: StageName,
      on: CivilDate,
      codes: z.array(z.enum(reasonCodes)),
      comment: z.string(),
      means: z.enum(reviewMeans),
      transcription: Transcribed.optional(),
    }),
  }),
  z.object({
    type: z.literal('extension-requested'),
    data: z.strictObject({ stage: StageName, newDueDate: CivilDate, reason }),
  }),
  z.object({
    type: z.literal('extension-granted'),
    data: z.strictObject({ stage: StageName, reason, dueChanges }),
  }),
  z.object({ type: z.literal('extension-refused'), data: z.strictObject({ stage: StageName, reason }) }),
  z.object({
    type: z.literal('regraded'),
    data: z.strictObject({ from: z.enum(grades), to: z.enum(['major', 'minor']), reason, dueChanges }),
  }),
  z.object({
    type: z.literal('regrade-refused'),
    data: z.strictObject({ proposed: ProposedBecause, reason }),
  }),
  z.object({
    type: z.literal('due-moved'),
    data: z.strictObject({ anchors: Anchors, dueChanges, reviewChange }),
  }),
  /** What lies ahead of the finding changed, and none of its due dates with it. */
  z.object({ type: z.literal('anchors-revised'), data: z.strictObject({ anchors: Anchors }) }),
  z.object({ type: z.literal('withdrawal-proposed'), data: z.strictObject({ reason }) }),
  z.object({ type: z.literal('withdrawal-refused'), data: z.strictObject({ reason }) }),
  z.object({ type: z.literal('withdrawn'), data: z.strictObject({ on: CivilDate, reason }) }),
  z.object({
    type: z.literal('appealed'),
    data: z.strictObject({ grounds: z.string(), on: CivilDate, decideBy: CivilDate }),
  }),
  z.object({
    type: z.literal('appeal-decided'),
    data: z.strictObject({
      outcome: z.enum(['upheld', 'regraded', 'withdrawn']),
      on: CivilDate,
      reason,
      /** Days by which running clocks were moved, because they stood still during the appeal. */
      pausedDays: z.int().min(0),
      grade: z.enum(['major', 'minor']),
      dueChanges,
      reviewChange,
    }),
  }),
  z.object({
    type: z.literal('reopened'),
    data: z.strictObject({
      cause: commandBodies.reopen.shape.cause,
      comment: z.string(),
      on: CivilDate,
      anchors: Anchors,
      dueChanges,
    }),
  }),
  z.object({ type: z.literal('response-accepted'), data: z.strictObject({ on: CivilDate, comment: z.string() }) }),
  z.object({ type: z.literal('response-declined'), data: z.strictObject({ on: CivilDate, comment: z.string() }) }),
  z.object({ type: z.literal('implemented'), data: z.strictObject({ on: CivilDate, comment: z.string() }) }),
  z.object({
    type: z.literal('closed'),
    data: z.strictObject({ on: CivilDate, comment: z.string().optional() }),
  }),
  z.object({
    type: z.literal('fault-recorded'),
    data: z.strictObject({ task: z.string(), error: z.string(), cause: z.string() }),
  }),
]);
export type FindingChange = z.infer<typeof FindingChange>;
export type FindingEventType = FindingChange['type'];

/**
 * Who did it, when, by which command: the same on every event, of findings and of audits. `link`: the id of the link by
 * which somebody without an account acted.
 */
export const eventEnvelope = {
  aggregate: z.string(),
  seq: z.int().min(1),
  at: Instant,
  actor: z.strictObject({ person: z.string(), role: z.enum(roles), link: z.string().optional() }),
};

/** An event as it is committed, without the hashes that chain it (`trail/chain.ts` adds those). */
export const FindingEvent = z.intersection(
  z.object({
    ...eventEnvelope,
    command: z.strictObject({ name: z.enum(commandNames), id: z.string(), fingerprint: z.string() }),
    state: Finding,
  }),
  FindingChange,
);
export type FindingEvent = z.infer<typeof FindingEvent>;
