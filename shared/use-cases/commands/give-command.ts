import type { Command } from '#domain/finding/commands.ts';
import { decide } from '#domain/finding/decide.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import { type Actor, systemActor } from '#domain/people/person.ts';
import { type Result, refuse } from '#domain/result.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import { commandKey, commit, firstAnswer, untilCommitted, versionStale } from '../commit.ts';
import { findingNotFound, mayRead } from './access.ts';
import { type CommandStore, decisionContext, type PeopleCommandStore } from './context.ts';

export interface CommandRequest {
  readonly finding: string;
  readonly command: Command;
  readonly actor: Actor;
  /** The `Idempotency-Key`: repeated with the same content it gets the first answer, and nothing is done twice. */
  readonly key: string;
  /** The version the person saw. Left out only by Redress itself. */
  readonly version?: number | undefined;
}

const decideAndCommit = async (store: CommandStore, request: CommandRequest): Promise<Result<Sealed<FindingEvent>>> => {
  const { command, actor } = request;
  const latest = await store.findings.latest(request.finding);
  if (!latest) return refuse(findingNotFound);
  const finding = latest.state;
  const audit = (await store.audits.latest(finding.facts.audit))?.state;
  if (!audit || !mayRead(actor, finding, audit.facts.team)) return refuse(findingNotFound);

  const key = commandKey(store.digest, actor.person, request.key, command);
  const before = await firstAnswer(store.findings, request.finding, finding, key);
  if (before) return before;
  if (request.version !== undefined && request.version !== finding.seq) return refuse(versionStale);

  const context = await decisionContext(store, finding, audit, command, actor.person);
  const event = decide(finding, { command, actor, ...key }, context);
  if (!event.ok) return event;
  if (command.name === 'submit' && context.submissionHash !== undefined) {
    // Before the commit that names it, so that no event ever points at content that is not there.
    await store.contents.put({ kind: 'finding', aggregate: request.finding }, context.submissionHash, command.body);
  }
  return commit(store.findings, store.digest, latest, event.value);
};

/**
 * Gives one command of a person on a finding: reads, decides, commits one event. The commit is the append and nothing
 * else; everything that follows hangs on the committed event.
 */
export const giveCommand: (
  store: PeopleCommandStore,
  request: CommandRequest,
) => Promise<Result<Sealed<FindingEvent>>> = decideAndCommit;

/** A command of Redress itself, such as `validate`: tried again when people are faster. */
export const giveSystemCommand = (
  store: CommandStore,
  finding: string,
  command: Command,
  key: string,
): Promise<Result<Sealed<FindingEvent>>> =>
  untilCommitted(() => decideAndCommit(store, { finding, command, actor: systemActor, key }));
