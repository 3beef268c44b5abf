import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { PersonId } from '../people/person.ts';
import { Requirement } from '../requirement/requirement.ts';
import { Submission } from '../submission/submission.ts';
import { Transcribed } from './decision.ts';
import { grades, ProposedBecause } from './state.ts';

const text = z.string().trim().min(1).max(4000);

/** Why a certification body returns a submission. */
export const reasonCodes = [
  'cause-not-addressed',
  'evidence-insufficient',
  'evidence-unrelated',
  'scope-incomplete',
  'not-implemented',
  'not-effective',
  'other',
] as const;

/** By which means a decision was reached. */
export const reviewMeans = ['documents', 'limited-visit', 'full-audit'] as const;

/** A decision of the certification body that the ISMS manager copies from the body's document. */
const Transcription = Transcribed.omit({ fileName: true, sha256: true });

/** What a person gives with each command. The keys are the commands, by the one word used for them everywhere. */
export const commandBodies = {
  issue: z.strictObject({
    number: z.string().trim().min(1).max(40),
    grade: z.enum(grades),
    requirements: z.array(Requirement).min(1).max(20),
    statement: text,
    objectiveEvidence: z.string().trim().min(1).max(8000).optional(),
    process: z.string().trim().min(1).max(200).optional(),
    raisedBy: z.string().trim().min(1).max(200).optional(),
    raisedOn: CivilDate.optional(),
    owner: PersonId,
    arisesFrom: z.string().min(1).max(100).optional(),
  }),
  assign: z.strictObject({ owner: PersonId }),
  submit: Submission,
  validate: z.strictObject({}),
  verify: z.strictObject({ confirmed: z.boolean(), statement: text }),
  accept: z.strictObject({
    means: z.enum(reviewMeans),
    comment: text.optional(),
    transcription: Transcription.optional(),
  }),
  return: z.strictObject({
    codes: z.array(z.enum(reasonCodes)).min(1).max(reasonCodes.length),
    comment: text,
    means: z.enum(reviewMeans),
    transcription: Transcription.optional(),
  }),
  requestExtension: z.strictObject({ newDueDate: CivilDate, reason: text }),
  decideExtension: z.strictObject({ granted: z.boolean(), reason: text }),
  regrade: z.strictObject({ grade: z.enum(['major', 'minor']), reason: text }),
  refuseRegrade: z.strictObject({ proposed: ProposedBecause, reason: text }),
  withdraw: z.strictObject({ reason: text }),
  decideWithdrawal: z.strictObject({ confirmed: z.boolean(), reason: text }),
  appeal: z.strictObject({ grounds: text }),
  decideAppeal: z.strictObject({ outcome: z.enum(['upheld', 'regraded', 'withdrawn']), reason: text }),
  /** By Redress itself, once the finding's audit was revised. */
  followAudit: z.strictObject({}),
  reopen: z.strictObject({ cause: z.enum(['recurrence', 'ineffective', 'false-evidence']), comment: text }),
  respond: z.strictObject({ accepted: z.boolean(), comment: text }),
  implement: z.strictObject({ comment: text }),
  close: z.strictObject({ comment: text.optional() }),
  recordFault: z.strictObject({
    task: z.string().max(200),
    error: z.string().max(400),
    cause: z.string().max(4000),
  }),
} as const;

export type CommandName = keyof typeof commandBodies;
export const commandNames = Object.keys(commandBodies) as CommandName[];
export type CommandBody<C extends CommandName> = z.infer<(typeof commandBodies)[C]>;
export type Command = { [C in CommandName]: { readonly name: C; readonly body: CommandBody<C> } }[CommandName];
