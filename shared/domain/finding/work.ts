import type { Actor, Role } from '../people/person.ts';
import type { CommandName } from './commands.ts';
import type { DecisionContext } from './context.ts';
import { offered } from './decide.ts';
import { rolesOn } from './duties.ts';
import { type Finding, isOpen } from './state.ts';
import { transitions } from './transitions.ts';

/** Commands that somebody waits for. The others may be given, and nobody waits for them. */
const awaited: readonly CommandName[] = [
  'submit',
  'verify',
  'accept',
  'decideExtension',
  'decideWithdrawal',
  'decideAppeal',
  'respond',
  'implement',
  'close',
];

/** Whoever a finding may wait for by a role of theirs, by the table; owners of findings and of actions besides. */
export const rolesAwaited: ReadonlySet<Role> = new Set(
  transitions.flatMap(({ command, by }) => (awaited.includes(command) ? by : [])),
);

/** Whose work a command is, where more people may give it: an ISMS manager may hand in for an owner, and need not. */
const whose: Partial<Record<CommandName, readonly string[]>> = {
  submit: ['owner', 'action-owner'],
  accept: ['lead-auditor'],
  respond: ['owner'],
  implement: ['owner'],
  close: ['lead-auditor', 'isms-manager'],
};

/** What an open finding waits for from this person, in the order of the table. Empty: it waits for somebody else. */
export const awaitedFrom = (
  finding: Finding,
  actor: Actor,
  audit: DecisionContext['audit'],
): readonly CommandName[] => {
  if (!isOpen(finding)) return [];
  const held = rolesOn(actor, finding, audit.team);
  return offered(finding, actor, audit).filter(
    (command) =>
      awaited.includes(command) && (whose[command]?.some((role) => held.some((one) => one === role)) ?? true),
  );
};
