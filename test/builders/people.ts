import { type Actor, type Role, systemActor } from '#domain/people/person.ts';

const person = (address: string, ...roles: readonly Role[]): Actor => ({ person: address, roles });

/**
 * Everybody who works on a finding, by what they are to it. The owner and the action owner hold no role in the
 * directory: theirs come from the finding.
 */
export const cast = {
  owner: person('olga@example.org'),
  actionOwner: person('adam@example.org'),
  ismsManager: person('irma@example.org', 'isms-manager'),
  internalAuditor: person('ines@example.org', 'internal-auditor'),
  leadAuditor: person('lena@cb.example', 'lead-auditor'),
  auditor: person('aron@cb.example'),
  otherLeadAuditor: person('otto@cb.example', 'lead-auditor'),
  decisionMaker: person('dora@cb.example', 'decision-maker'),
  secondDecisionMaker: person('dirk@cb.example', 'decision-maker'),
  topManagement: person('tara@example.org', 'top-management'),
  observer: person('oscar@example.org', 'observer'),
  administrator: person('amir@example.org', 'administrator'),
  stranger: person('stan@elsewhere.example'),
  system: systemActor,
} as const satisfies Record<string, Actor>;

/** Somebody with another role besides their own: the duties must stop what the roles allow. */
export const alsoHolding = (actor: Actor, ...roles: readonly Role[]): Actor => ({
  ...actor,
  roles: [...actor.roles, ...roles],
});
