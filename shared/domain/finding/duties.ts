import type { Actor, Role } from '../people/person.ts';
import type { Refusal } from '../result.ts';
import type { Command } from './commands.ts';
import type { DecisionContext } from './context.ts';
import type { Finding } from './state.ts';

/** Roles that follow from a finding or an audit's team: nobody holds one by the directory alone. */
const derived: readonly Role[] = ['owner', 'action-owner', 'lead-auditor', 'auditor'];

/** The role a person has on the team; a lead auditor must hold that role in the directory too. */
const roleOnTeam = (actor: Actor, team: DecisionContext['audit']['team']): Role | undefined => {
  const role = team.find((member) => member.person === actor.person)?.role;
  return role === 'lead-auditor' && !actor.roles.includes(role) ? undefined : role;
};

const carriesOutActions = (person: string, finding: Finding | undefined): boolean =>
  finding !== undefined && 'actionOwners' in finding && finding.actionOwners.includes(person);

/**
 * The roles a person has on this finding. `owner` and `action-owner` come from the finding; a lead auditor is one only
 * for the audits that person leads; an `auditor` is one on the audit's team.
 */
export const rolesOn = (
  actor: Actor,
  finding: Finding | undefined,
  team: DecisionContext['audit']['team'],
): readonly Role[] => {
  const onTeam = roleOnTeam(actor, team);
  return [
    ...actor.roles.filter((role) => !derived.includes(role)),
    ...(onTeam ? [onTeam] : []),
    ...(finding?.owner === actor.person ? (['owner'] as const) : []),
    ...(carriesOutActions(actor.person, finding) ? (['action-owner'] as const) : []),
  ];
};

const refusal = (code: string, message: string): Refusal => ({ code, message });

/**
 * Separation of duties: who may not give a command although the role allows it. The rule is the domain's own, so that
 * no screen, link or script can get around it.
 */
export const breachOfDuty = (
  finding: Finding | undefined,
  command: Command,
  actor: Actor,
  context: DecisionContext,
): Refusal | undefined => {
  if (!finding) return undefined;
  const onTeam = context.audit.team.some((member) => member.person === actor.person);
  const submittedBy = 'submission' in finding ? finding.submission.by : undefined;
  const carriesOut = carriesOutActions(actor.person, finding);
  const tookPart = carriesOut || finding.owner === actor.person || finding.tookPart.includes(actor.person);

  switch (command.name) {
    case 'submit':
    case 'respond':
      return onTeam
        ? refusal(
            'auditor-writes-no-plan',
            'An auditor of the audit gives neither cause nor solution: the owner must do this.',
          )
        : undefined;
    case 'verify':
      if (submittedBy === actor.person)
        return refusal('own-work', 'You handed this submission in: somebody else must verify it.');
      return carriesOut
        ? refusal('own-work', 'You carry out an action of this plan: somebody else must verify it.')
        : undefined;
    case 'accept':
    case 'return':
      return submittedBy === actor.person
        ? refusal('own-work', 'You handed this submission in: somebody else must review it.')
        : undefined;
    case 'decideExtension':
      return 'extension' in finding && finding.extension?.by === actor.person
        ? refusal('own-work', 'You asked for this extension: somebody else must decide on it.')
        : undefined;
    case 'decideWithdrawal':
      if (onTeam)
        return refusal('decision-maker-on-team', 'A decision-maker may not have been on the team of the audit.');
      return 'withdrawal' in finding && finding.withdrawal?.by === actor.person
        ? refusal('own-work', 'You proposed this withdrawal: a second person must decide on it.')
        : undefined;
    case 'decideAppeal':
      return onTeam || tookPart
        ? refusal('took-part', 'An appeal is decided by somebody who took no part in the finding before.')
        : undefined;
    default:
      return undefined;
  }
};
