import { type Actor, actedAs, type Role } from '../people/person.ts';
import { ok, type Refusal, type Result, refuse } from '../result.ts';
import type { Command, CommandBody, CommandName } from './commands.ts';
import type { DecisionContext } from './context.ts';
import { deciders } from './deciders/index.ts';
import { breachOfDuty, rolesOn } from './duties.ts';
import type { FindingChange, FindingEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { AtStage, Finding, Nonconformity } from './state.ts';
import { type Overlay, type Row, type Transition, transitionOf, transitions } from './transitions.ts';

/** A command as it was given: what, by whom, and under which idempotency key with which content. */
export interface Given {
  readonly command: Command;
  readonly actor: Actor;
  readonly id: string;
  readonly fingerprint: string;
}

type Kind<C extends CommandName> = Row<C> extends { only: 'nonconformity' } ? Nonconformity : Finding;
type Lying<C extends CommandName> = Row<C> extends { overlay: infer O extends Overlay } ? O : never;

/** A finding that the table lets this command be given on: its status, and what lies over it. */
type FindingFor<C extends CommandName> = Extract<Kind<C>, { status: Row<C>['from'][number] }> & {
  readonly [O in Lying<C>]: NonNullable<AtStage[O]>;
};

/** What one command comes to; called once table, roles and duties have let it pass. */
export type Decider<C extends CommandName> = (
  finding: FindingFor<C>,
  body: CommandBody<C>,
  context: DecisionContext,
  actor: Actor & { readonly role: Role },
) => Result<FindingChange>;

const lying = (finding: Finding | undefined, overlay: Overlay): boolean => finding !== undefined && overlay in finding;

const missing: Record<Overlay, Refusal> = {
  extension: { code: 'wrong-state', message: 'No extension has been asked for.' },
  withdrawal: { code: 'wrong-state', message: 'No withdrawal has been proposed.' },
  appeal: { code: 'wrong-state', message: 'No appeal is pending.' },
};

const pending: Record<Overlay, Refusal> = {
  extension: { code: 'extension-pending', message: 'An extension has been asked for and is not yet decided.' },
  withdrawal: { code: 'withdrawal-pending', message: 'A withdrawal has been proposed and is not yet decided.' },
  appeal: { code: 'appeal-pending', message: 'An appeal is pending: nothing moves until it is decided.' },
};

/** Why the table does not let this command be given now; `undefined` when it does. */
const refusedByTable = (finding: Finding | undefined, row: Transition): Refusal | undefined => {
  if (!row.from.includes(finding?.status ?? 'none')) {
    const stage = finding && 'stage' in finding ? ` at stage ${finding.stage}` : '';
    const where = finding ? `is ${finding.status}${stage}` : 'does not exist';
    return {
      code: 'wrong-state',
      message: `${row.command} is possible from ${row.from.join(', ')}; this finding ${where}.`,
    };
  }
  if (row.only === 'minor' && finding?.grade === 'major')
    return { code: 'wrong-state', message: `${row.command} is for minor nonconformities; this is a major.` };
  if (row.only && finding?.grade === 'ofi')
    return {
      code: 'wrong-state',
      message: `${row.command} is for nonconformities; this is an OFI. Issue a nonconformity that arises from it.`,
    };
  if (row.overlay && !lying(finding, row.overlay)) return missing[row.overlay];
  if (row.unless && lying(finding, row.unless)) return pending[row.unless];
  return lying(finding, 'appeal') && !row.evenAppealed ? pending.appeal : undefined;
};

const roleFor = (row: Transition, held: readonly Role[]): Role | undefined =>
  row.by.find((role) => held.includes(role));

/** The role in which a person gives a command on a finding, where the person has any that may. */
export const roleToGive = (
  command: CommandName,
  finding: Finding,
  actor: Actor,
  audit: DecisionContext['audit'],
): Role | undefined => roleFor(transitionOf(command), rolesOn(actor, finding, audit.team));

/**
 * Decides one command. Pure: the same values give the same answer, and nothing is changed by a refusal.
 * @returns the one event to commit, carrying the state after it, or every reason for the refusal.
 */
export const decide = (finding: Finding | undefined, given: Given, context: DecisionContext): Result<FindingEvent> => {
  const { command, actor } = given;
  const row = transitionOf(command.name);
  const wrongState = refusedByTable(finding, row);
  if (wrongState) return refuse(wrongState);
  const role = roleFor(row, rolesOn(actor, finding, context.audit.team));
  if (!role)
    return refuse({
      code: 'wrong-person',
      message: `${row.command} is for ${row.by.join(', ')}; you are none of these on this finding.`,
    });
  const breach = breachOfDuty(finding, command, actor, context);
  if (breach) return refuse(breach);

  // The table has just shown that the finding is in a status this command's decider is written for.
  const decider = deciders[command.name] as unknown as (
    finding: Finding | undefined,
    body: unknown,
    context: DecisionContext,
    actor: Actor & { readonly role: Role },
  ) => Result<FindingChange>;
  const change = decider(finding, command.body, context, { ...actor, role });
  if (!change.ok) return change;

  const taken = { id: given.id, fingerprint: given.fingerprint };
  const event = {
    aggregate: finding?.facts.id ?? context.issuing?.id ?? '',
    seq: (finding?.seq ?? 0) + 1,
    at: context.now,
    actor: actedAs(actor, role),
    command: { name: command.name, ...taken },
    ...change.value,
  };
  return ok({ ...event, state: evolve(finding, event) });
};

/**
 * The commands that this person may give now: what a page offers, and nothing the domain would refuse for the person
 * or the state (content may still be refused).
 */
export const offered = (finding: Finding, actor: Actor, audit: DecisionContext['audit']): readonly CommandName[] => {
  const held = rolesOn(actor, finding, audit.team);
  const context = { now: '', today: '', audit };
  return transitions
    .filter(
      (row) =>
        refusedByTable(finding, row) === undefined &&
        roleFor(row, held) !== undefined &&
        breachOfDuty(finding, { name: row.command, body: {} } as Command, actor, context) === undefined,
    )
    .map((row) => row.command);
};
