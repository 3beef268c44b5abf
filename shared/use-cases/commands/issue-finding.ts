import type { Audit } from '#domain/audit/state.ts';
import { civilDateOf } from '#domain/calendar/civil-date.ts';
import type { CommandBody } from '#domain/finding/commands.ts';
import { decide } from '#domain/finding/decide.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { Actor } from '#domain/people/person.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { findingSlug } from '#domain/report/number.ts';
import { type Refusal, type Result, refuse } from '#domain/result.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import { type CommandKey, commandKey, commit, firstAnswer } from '../commit.ts';
import type { Trails } from '../trails.ts';
import { auditNotFound } from './access.ts';
import { auditContext } from './context.ts';

export interface IssueStore extends Trails {
  readonly policy: Policy;
}

/** A finding is known by its audit and its number: issuing it twice meets itself. */
export const findingIdOf = (audit: string, number: string): string => `${audit}_${findingSlug(number)}`;

export interface IssueRequest {
  readonly audit: string;
  readonly body: CommandBody<'issue'>;
  readonly actor: Actor;
  readonly key: string;
}

const decideIssue = (
  store: IssueStore,
  audit: Audit,
  { body, actor }: Pick<IssueRequest, 'body' | 'actor'>,
  key: CommandKey,
): Result<FindingEvent> => {
  const now = store.clock.now();
  return decide(
    undefined,
    { command: { name: 'issue', body }, actor, ...key },
    {
      now,
      today: civilDateOf(now, store.timeZone),
      audit: auditContext(audit),
      issuing: { id: findingIdOf(audit.id, body.number), policy: store.policy },
    },
  );
};

/** Why this finding could not be issued now; none when it could. Nothing is written. */
export const refusedIssue = (
  store: IssueStore,
  audit: Audit,
  request: Pick<IssueRequest, 'body' | 'actor'>,
): readonly Refusal[] => {
  const event = decideIssue(store, audit, request, { id: '', fingerprint: '' });
  return event.ok ? [] : event.refusals;
};

/** Issues one finding: the first event of its trail. */
export const issueFinding = async (store: IssueStore, request: IssueRequest): Promise<Result<Sealed<FindingEvent>>> => {
  const { audit: auditId, body, actor } = request;
  const audit = (await store.audits.latest(auditId))?.state;
  if (!audit) return refuse(auditNotFound);
  const id = findingIdOf(auditId, body.number);
  const key = commandKey(store.digest, actor.person, request.key, { name: 'issue', body });
  const existing = await store.findings.latest(id);
  if (existing)
    return (
      (await firstAnswer(store.findings, id, existing.state, key)) ??
      refuse({
        code: 'number-used',
        message: `${body.number} was issued in this audit already. Give this finding a number of its own.`,
        field: 'number',
      })
    );
  const event = decideIssue(store, audit, request, key);
  return event.ok ? commit(store.findings, store.digest, undefined, event.value) : event;
};
