import { decideAudit, type GivenToAudit } from '#domain/audit/decide.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import { type Actor, systemActor } from '#domain/people/person.ts';
import { type Result, refuse } from '#domain/result.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import type { People } from '#ports/people.ts';
import { auditNotFound } from '../commands/access.ts';
import { commandKey, commit, firstAnswer, untilCommitted, versionStale } from '../commit.ts';
import type { Trails } from '../trails.ts';

export interface AuditStore extends Trails {
  readonly people: Pick<People, 'get'>;
}

export interface AuditRequest {
  readonly audit: string;
  readonly command: GivenToAudit['command'];
  readonly actor: Actor;
  readonly key: string;
  readonly version?: number | undefined;
}

/** Gives one command on an audit: reads, decides, commits one event. */
export const giveAuditCommand = async (
  store: AuditStore,
  request: AuditRequest,
): Promise<Result<Sealed<AuditEvent>>> => {
  const { command, actor } = request;
  const latest = await store.audits.latest(request.audit);
  if (!latest && command.name !== 'open') return refuse(auditNotFound);
  const key = commandKey(store.digest, actor.person, request.key, command);
  const before = latest && (await firstAnswer(store.audits, request.audit, latest.state, key));
  if (before) return before;
  if (request.version !== undefined && request.version !== latest?.seq) return refuse(versionStale);

  const named = 'team' in command.body ? command.body.team.map((member) => member.person) : [];
  const people = new Map(
    await Promise.all(
      [...new Set(named)].map(async (email) => [email, (await store.people.get(email))?.roles] as const),
    ),
  );
  const event = decideAudit(
    latest?.state,
    { command, actor, ...key },
    { auditId: request.audit, now: store.clock.now(), rolesOf: (person) => people.get(person) },
  );
  return event.ok ? commit(store.audits, store.digest, latest, event.value) : event;
};

/** A command of Redress itself on an audit: tried again when people are faster. */
export const giveAuditSystemCommand = (
  store: AuditStore,
  audit: string,
  command: GivenToAudit['command'],
  key: string,
): Promise<Result<Sealed<AuditEvent>>> =>
  untilCommitted(() => giveAuditCommand(store, { audit, command, actor: systemActor, key }));
