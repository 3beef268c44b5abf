import { anchorsOf } from '#domain/audit/anchors.ts';
import type { Audit } from '#domain/audit/state.ts';
import { civilDateOf } from '#domain/calendar/civil-date.ts';
import type { Command } from '#domain/finding/commands.ts';
import type { DecisionContext } from '#domain/finding/context.ts';
import type { Finding } from '#domain/finding/state.ts';
import { type PlanSubmission, Submission } from '#domain/submission/submission.ts';
import type { EvidenceRecords } from '#ports/evidence.ts';
import type { People } from '#ports/people.ts';
import type { Contents } from '#ports/trail.ts';
import type { Trails } from '../trails.ts';

export interface CommandStore extends Trails {
  readonly contents: Contents;
  readonly evidence: EvidenceRecords;
  readonly people?: Pick<People, 'get'> | undefined;
}

/** Where people give the commands, and not Redress itself alone: the directory says who is who. */
export interface PeopleCommandStore extends CommandStore {
  readonly people: Pick<People, 'get'>;
}

/** The audit facts that a decision on its findings needs. */
export const auditContext = (audit: Audit): DecisionContext['audit'] => ({
  id: audit.id,
  team: audit.facts.team,
  anchors: anchorsOf(audit),
});

const findingOwner = (finding: Finding) => ({ kind: 'finding', aggregate: finding.facts.id }) as const;

/** A submission by the hash that an event names. */
export const readSubmission = async (
  store: Pick<CommandStore, 'contents'>,
  finding: Finding,
  hash: string,
): Promise<Submission> => Submission.parse(await store.contents.get(findingOwner(finding), hash));

const acceptedPlan = async (store: CommandStore, finding: Finding): Promise<PlanSubmission | undefined> => {
  if (finding.grade === 'ofi') return undefined;
  const round = finding.rounds.findLast(
    (each) => each.stage === 'plan' && each.outcome === 'accepted' && each.cycle === finding.cycle,
  );
  if (!round) return undefined;
  const submission = await readSubmission(store, finding, round.submission.hash);
  return submission.stage === 'plan' ? submission.content : undefined;
};

const validating = async (store: CommandStore, finding: Finding): Promise<DecisionContext['validating']> => {
  if (!('submission' in finding)) return undefined;
  const [submission, evidence, plan] = await Promise.all([
    readSubmission(store, finding, finding.submission.hash),
    store.evidence.of(findingOwner(finding)),
    acceptedPlan(store, finding),
  ]);
  return { submission, evidence, acceptedPlan: plan };
};

const transcribing = async (
  store: CommandStore,
  finding: Finding,
  command: Command,
  person: string,
): Promise<DecisionContext['transcribing']> => {
  const id = 'transcription' in command.body ? command.body.transcription?.document : undefined;
  if (id === undefined || !('submission' in finding)) return undefined;
  const [document, ...people] = await Promise.all([
    store.evidence.get(findingOwner(finding), id),
    ...[finding.submission.by, person].map((each) => store.people?.get(each)),
  ]);
  return {
    document,
    names: Object.fromEntries(people.flatMap((each) => (each ? [[each.email, each.name] as const] : []))),
  };
};

/** Reads everything that deciding this command needs, and no more. */
export const decisionContext = async (
  store: CommandStore,
  finding: Finding,
  audit: Audit,
  command: Command,
  person: string,
): Promise<DecisionContext> => {
  const now = store.clock.now();
  return {
    now,
    today: civilDateOf(now, store.timeZone),
    audit: auditContext(audit),
    ...(command.name === 'submit' && { submissionHash: store.digest(command.body) }),
    ...(command.name === 'validate' && { validating: await validating(store, finding) }),
    ...((command.name === 'accept' || command.name === 'return') && {
      transcribing: await transcribing(store, finding, command, person),
    }),
  };
};
